package io.warmup.agent;

import io.warmup.agent.bridge.WarmupAttached;
import io.warmup.agent.config.Mode;
import io.warmup.agent.config.load.ConfigResult;
import io.warmup.agent.instrument.LoadedClasses;
import io.warmup.agent.instrument.RelocatedCopies;
import io.warmup.agent.lifecycle.RunningPoint;
import io.warmup.agent.log.Log;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.recorder.StoredKeys;
import io.warmup.agent.thread.AgentThreads;
import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The agent comes to an application that runs already. Its classes are seen again once, its caches
 * as they are used, and nothing is held back.
 */
final class Attachment implements BiConsumer<String, Object[]> {

  private final Supplier<ConfigResult> configuration;
  private final BiConsumer<String, Object[]> arrivals;
  private final Recorder recorder;
  private final Log log;
  private final Set<Object> seen = Collections.newSetFromMap(new WeakHashMap<>());

  /**
   * @param arrivals told of the applications
   */
  Attachment(
      Supplier<ConfigResult> configuration,
      BiConsumer<String, Object[]> arrivals,
      Recorder recorder,
      Log log) {
    this.configuration = configuration;
    this.arrivals = arrivals;
    this.recorder = recorder;
    this.log = log;
  }

  /** Beside the application: waits for the configuration, then looks for what is there. */
  void begin(Instrumentation instrumentation, RelocatedCopies transformer) {
    AgentThreads.start("warmup-attach", () -> look(instrumentation, transformer));
  }

  private void look(Instrumentation instrumentation, RelocatedCopies transformer) {
    if (!(configuration.get() instanceof ConfigResult.Loaded loaded)
        || loaded.config().mode() == Mode.OFF) {
      return;
    }
    WarmupAttached.discover(store -> recorder.met("caffeine", store, StoredKeys.OF_MAP));
    int classes = LoadedClasses.retransform(instrumentation, transformer::sees, log);
    log.info(
        "has come to an application that runs already ("
            + classes
            + " of its classes are instrumented anew): nothing is held, and a cache that was built"
            + " before is known when it is used next. What such a cache evicts is seen at the"
            + " window's end only.");
    ClassLoader quarkus = loaderOf(instrumentation, RunningPoint.QUARKUS_RUNNING);
    if (quarkus != null) {
      arrived(RunningPoint.QUARKUS_RUNNING, quarkus);
    } else if (loaderOf(instrumentation, RunningPoint.SPRING_RUNNING) == null) {
      arrived(RunningPoint.PLAIN_RUNNING, ClassLoader.getSystemClassLoader());
    }
    // Where Spring is loaded, in whichever loader, its contexts show themselves.
  }

  private void arrived(RunningPoint point, ClassLoader application) {
    Thread.currentThread().setContextClassLoader(application);
    arrivals.accept(point.name(), new Object[1]);
  }

  /** What shows itself by what it does is looked at once, and not on its own thread. */
  @Override
  public void accept(String point, Object[] subjects) {
    if (!point.equals(RunningPoint.SPRING_RUNNING.name())) {
      arrivals.accept(point, subjects);
      return;
    }
    boolean first;
    synchronized (seen) {
      first = seen.add(subjects[0]);
    }
    if (first) {
      AgentThreads.start("warmup-attach", () -> arrivals.accept(point, subjects));
    }
  }

  private static @Nullable ClassLoader loaderOf(
      Instrumentation instrumentation, RunningPoint point) {
    for (Class<?> each : instrumentation.getAllLoadedClasses()) {
      if (each.getName().equals(point.className())) {
        return each.getClassLoader();
      }
    }
    return null;
  }
}
