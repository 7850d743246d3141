package io.warmup.agent;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.config.Mode;
import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.config.load.ConfigResult;
import io.warmup.agent.config.load.ConfigWatcher;
import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.GateRefusal;
import io.warmup.agent.lifecycle.HookedMethod;
import io.warmup.agent.log.Log;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.strategy.ApplicationClassLoader;
import io.warmup.agent.thread.AgentThreads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What happens when an application reaches one of its readiness points: the first time, it is
 * warmed.
 */
final class Arrivals implements BiConsumer<String, Object[]> {

  /** The file's time stamps may be as coarse as that. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  /** Of an operator who looks at a log that says nothing. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<String, HookedMethod> methods = new HashMap<>();
  private final Configuration configuration;
  private final Recorder recorder;
  private final CacheHolders holders;
  private final OwnOverhead overhead;
  private final Log log;
  private @Nullable Outlets outlets;
  private final Set<ClassLoader> seen = Collections.newSetFromMap(new WeakHashMap<>());
  private final Map<ApplicationWarmup, Boolean> active = new ConcurrentHashMap<>();
  private final AtomicBoolean following = new AtomicBoolean();
  private volatile ConfigResult.@Nullable Loaded edited;
  private final CountDownLatch first = new CountDownLatch(1);

  /**
   * @param methods those that are hooked
   * @param configuration waits for it if need be
   * @param overhead what the agent takes, for the report
   */
  Arrivals(
      List<HookedMethod> methods,
      Configuration configuration,
      Recorder recorder,
      CacheHolders holders,
      OwnOverhead overhead,
      Log log) {
    for (HookedMethod method : methods) {
      this.methods.put(method.name(), method);
    }
    this.configuration = configuration;
    this.recorder = recorder;
    this.holders = holders;
    this.overhead = overhead;
    this.log = log;
  }

  /** Called on the application's thread, which goes on when this returns. */
  @Override
  public void accept(String point, Object[] subjects) {
    try {
      arrived(methods.get(point), subjects);
    } catch (GateRefusal meant) {
      throw meant;
    } catch (Throwable e) {
      log.warn(point + ": " + e + ": the application goes on without a warm-up");
    }
  }

  private void arrived(HookedMethod method, Object[] subjects) {
    if (!(current() instanceof ConfigResult.Loaded loaded)) {
      return;
    }
    WarmupConfig config = loaded.config();
    if (config.mode() == Mode.OFF || !method.serves(config.gate())) {
      return;
    }
    first.countDown();
    Application application = application(method, subjects);
    if (application != null
        && isWanted(application, config.gate().whenBean())
        && isFirstArrival(application)) {
      warm(application, loaded);
    }
  }

  private ConfigResult current() {
    ConfigResult latest = edited;
    return latest != null ? latest : configuration.get();
  }

  /**
   * Tells the operator if nothing arrives: a main that is not known, or a method that is never
   * called. On a thread of its own.
   */
  void awaitFirst() {
    try {
      if (configuration.get() instanceof ConfigResult.Loaded loaded
          && loaded.config().mode() != Mode.OFF
          && !first.await(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        String named = loaded.config().gate().method();
        log.warn(
            (named == null ? "no readiness point" : "gate.method, " + named + ",")
                + " has been reached in "
                + PATIENCE.toSeconds()
                + " s: nothing is warmed until then; if the application serves already, let"
                + " gate.method name a method that is called before it does");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static @Nullable Application application(HookedMethod method, Object[] subjects) {
    Adapters adapters = new Adapters(new ApplicationClassLoader(List.of(), loader(subjects[0])));
    return adapters.readinessPoint(method.adapter()).arrived(subjects);
  }

  /** A static method was called on nothing. */
  private static ClassLoader loader(@Nullable Object self) {
    return self == null
        ? Thread.currentThread().getContextClassLoader()
        : self.getClass().getClassLoader();
  }

  private static boolean isWanted(Application application, @Nullable String whenBean) {
    return whenBean == null || application.beans().has(whenBean);
  }

  private boolean isFirstArrival(Application application) {
    synchronized (seen) {
      return seen.add(application.classLoader());
    }
  }

  private void warm(Application application, ConfigResult.Loaded loaded) {
    new Adapters(new ApplicationClassLoader(List.of(), application.classLoader()))
        .slf4j()
        .ifPresent(log::switchTo);
    ApplicationWarmup warmup =
        new ApplicationWarmup(
            application, loaded, recorder, holders, overhead, outlets().events(), log);
    if (!follow(loaded)) {
      return;
    }
    active.put(warmup, true);
    application.onClose(() -> active.remove(warmup));
    outlets().open(application, warmup);
    warmup.admitTraffic();
  }

  /** From the first application on; false: the JVM is on its way down, nothing is warmed. */
  private boolean follow(ConfigResult.Loaded loaded) {
    if (!following.compareAndSet(false, true)) {
      return true;
    }
    try {
      Runtime.getRuntime().addShutdownHook(AgentThreads.daemon("warmup-shutdown", this::end));
    } catch (IllegalStateException shuttingDown) {
      following.set(false);
      return false;
    }
    watch(loaded);
    return true;
  }

  /** Follows the edits of the file, where there is one, for as long as the JVM lives. */
  private void watch(ConfigResult.Loaded loaded) {
    Path file = loaded.file();
    if (file != null) {
      new ConfigWatcher(file, loaded, configuration::again, this::configure, log).start(LOOK_EVERY);
    }
  }

  private void configure(ConfigResult.Loaded now) {
    edited = now;
    // First each of them ends its window: they share one record, which is about one mode.
    active.keySet().forEach(warmup -> warmup.leaveMode(now));
    active.keySet().forEach(warmup -> warmup.configure(now));
    outlets().wake();
  }

  /**
   * Not before an application arrives: what they load, JFR among it, is no business of premain's.
   */
  private synchronized Outlets outlets() {
    Outlets opened = outlets == null ? new Outlets(recorder, log) : outlets;
    outlets = opened;
    return opened;
  }

  /** The JVM ends: a warm-up under way must not hold it up. */
  private void end() {
    active.keySet().forEach(ApplicationWarmup::close);
  }
}
