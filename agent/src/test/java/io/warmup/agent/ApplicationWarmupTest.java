package io.warmup.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.config.load.ConfigLoader;
import io.warmup.agent.config.load.ConfigResult;
import io.warmup.agent.config.source.Sources;
import io.warmup.agent.control.ApplicationControl;
import io.warmup.agent.control.State;
import io.warmup.agent.control.WarmupControl;
import io.warmup.agent.control.WarmupEvents;
import io.warmup.agent.instrument.caffeine.BuildSites;
import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.Beans;
import io.warmup.agent.log.Log;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.report.ThisProcess;
import io.warmup.agent.warmer.Schedule;
import java.net.URL;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An application whose strategies cannot even be looked for. */
@Timeout(30)
class ApplicationWarmupTest {

  @TempDir private Path folder;

  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Log log = new Log((level, line) -> lines.add(line));
  private final Recorder recorder = new Recorder(new BuildSites(), Clock.systemUTC());

  @Test
  void isServedAllTheSameAndShownAsFailed() {
    try (ApplicationWarmup warmup = warmup()) {
      WarmupControl control =
          new ApplicationControl(
              warmup, recorder, ThisProcess.identity("shop"), "test", Clock.systemUTC());

      warmup.admitTraffic();

      assertThat(control.status().state()).isEqualTo(State.FAILED);
      assertThat(lines)
          .satisfiesExactly(
              line -> assertThat(line).contains("the warm-up of shop failed", Stopped.ANSWER),
              line -> assertThat(line).contains("the warm-up failed, traffic opens all the same"));
    }
  }

  private ApplicationWarmup warmup() {
    Sources sources =
        Sources.of("report.folder=" + folder.resolve("report"), Map.of(), Map.of(), folder);
    ConfigResult.Loaded loaded =
        (ConfigResult.Loaded) new ConfigLoader(Schedule::problem).load(sources);
    return new ApplicationWarmup(
        new Unanswering(),
        loaded,
        recorder,
        new CacheHolders(),
        new OwnOverhead(Duration.ZERO, Duration.ZERO, recorder, object -> 0),
        WarmupEvents.NONE,
        log);
  }

  private static final class Unanswering implements Application {

    private final ClassLoader loader = new Stopped();

    @Override
    public String name() {
      return "shop";
    }

    @Override
    public ClassLoader classLoader() {
      return loader;
    }

    @Override
    public Beans beans() {
      throw new IllegalStateException(Stopped.ANSWER);
    }

    @Override
    public List<CacheSource> cacheSources(List<CacheLibrary> libraries, Log log) {
      return List.of();
    }
  }

  /** As the loader of a web application that its container has stopped. */
  private static final class Stopped extends ClassLoader {

    static final String ANSWER = "this web application has been stopped already";

    @Override
    public Enumeration<URL> getResources(String name) {
      throw new IllegalStateException(ANSWER);
    }
  }
}
