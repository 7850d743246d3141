package io.warmup.agent;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheRegistry;
import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.config.load.ConfigLoader;
import io.warmup.agent.config.load.ConfigResult;
import io.warmup.agent.config.source.Sources;
import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.log.Log;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.report.LogLines;
import io.warmup.agent.strategy.NamedStrategy;
import io.warmup.agent.warmer.Schedule;
import io.warmup.agent.warmer.WarmupService;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dry run: with a configuration of its own, and its lines kept from the log. */
final class Rehearsal {

  private static final String PREFIX = "[warmup] ";

  private final Application application;
  private final Recorder recorder;
  private final CacheHolders holders;

  Rehearsal(Application application, Recorder recorder, CacheHolders holders) {
    this.application = application;
    this.recorder = recorder;
    this.holders = holders;
  }

  /**
   * What would be warmed, with nothing begun.
   *
   * @param problems told of whatever cannot be used
   * @return null if that is everything
   */
  @Nullable WarmupService of(WarmupConfig config, List<String> problems) {
    Log told = log(problems);
    Discovery discovery = new Discovery(application, config, recorder, holders, told);
    CacheRegistry found = discovery.caches();
    List<NamedStrategy> strategies = discovery.strategies(found);
    if (strategies.isEmpty()) {
      problems.add("no strategy was found; see strategies-path");
      return null;
    }
    return discovery.rehearsal(strategies, found, new RunLines(new LogLines(told), told));
  }

  /** Null if it cannot be used, which {@code problems} says. */
  static @Nullable WarmupConfig config(Path file, List<String> problems) {
    ConfigResult result =
        new ConfigLoader(Schedule::problem).load(Sources.ofThisProcess("config=" + file));
    if (result instanceof ConfigResult.Loaded loaded) {
      problems.addAll(loaded.notices());
      return loaded.config();
    }
    problems.addAll(
        result instanceof ConfigResult.Invalid invalid
            ? invalid.lines("Nothing is planned")
            : List.of(file + " says that the agent is off for this application"));
    return null;
  }

  private static Log log(List<String> problems) {
    return new Log(
        (level, line) -> {
          synchronized (problems) {
            problems.add(line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : line);
          }
        });
  }
}
