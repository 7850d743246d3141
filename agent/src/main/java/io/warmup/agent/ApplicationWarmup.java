package io.warmup.agent;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheRegistry;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.config.Gate;
import io.warmup.agent.config.InstanceRollout;
import io.warmup.agent.config.Mode;
import io.warmup.agent.config.Rollout;
import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.config.load.ConfigResult;
import io.warmup.agent.control.LiveParts;
import io.warmup.agent.control.WarmupEvents;
import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.GateRefusal;
import io.warmup.agent.lifecycle.TrafficGate;
import io.warmup.agent.lifecycle.TrafficGate.Opening;
import io.warmup.agent.log.Log;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.OwnThreads;
import io.warmup.agent.recorder.RecordedTarget;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.report.LogLines;
import io.warmup.agent.report.ReportFolder;
import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.report.model.WarmupReport;
import io.warmup.agent.strategy.ApplicationClassLoader;
import io.warmup.agent.strategy.NamedStrategy;
import io.warmup.agent.strategy.StrategyDiscovery;
import io.warmup.agent.warmer.Observers;
import io.warmup.agent.warmer.Run;
import io.warmup.agent.warmer.RunObserver;
import io.warmup.agent.warmer.RunResult;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.StrategyBinding;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import io.warmup.agent.warmer.WarmupService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One application's way from "can serve" to the report: discover, warm, let traffic in, observe,
 * tell.
 */
final class ApplicationWarmup implements AutoCloseable, LiveParts {

  private static final Duration UNTIL_OVER = Duration.ofDays(365);

  private final Application application;
  private final Recorder recorder;
  private final CacheHolders holders;
  private final Duration premain;
  private final Rollout rollout;
  private final WarmupEvents events;
  private final Log log;
  private final LogLines lines;
  private final TrafficGate gate;
  private final ObservationWindow window;
  private volatile @Nullable WarmupService service;
  private volatile @Nullable CacheRegistry caches;
  private volatile boolean discovered;
  private volatile List<CacheObservation> seen = List.of();
  private volatile @Nullable GateOpening opening;
  private volatile boolean closed;

  // Written under this.
  private volatile WarmupConfig config;
  private volatile Mode mode;
  private volatile Reporting reporting;
  private boolean trafficIsOpen;
  private boolean discovering;
  private boolean stopRequested;

  ApplicationWarmup(
      Application application,
      ConfigResult.Loaded loaded,
      Recorder recorder,
      CacheHolders holders,
      Duration premain,
      WarmupEvents events,
      Log log) {
    this.application = application;
    this.config = loaded.config();
    this.rollout = config.rollout();
    this.mode = InstanceRollout.mode(config.mode(), rollout);
    this.recorder = recorder;
    this.holders = holders;
    this.premain = premain;
    this.reporting = new Reporting(loaded, mode, premain);
    this.events = events;
    this.log = log;
    this.lines = new LogLines(log);
    this.gate = new TrafficGate(config.gate().timeout(), holdsTraffic());
    this.window = new ObservationWindow(config.observe(), recorder, this::tell);
  }

  /**
   * Called on the application's thread, which lets traffic in when this returns.
   *
   * @throws GateRefusal if the warm-up failed and the operator wants no traffic then
   */
  void admitTraffic() {
    long start = System.nanoTime();
    application.onClose(this::close);
    if (mode == Mode.WARM) {
      discover(Trigger.START_UP);
    } else {
      log.info(application.name() + " is observed, not warmed (mode: observe).");
    }
    Runnable turnReady =
        holdsTraffic() && config.gate().hold() == Gate.Hold.READINESS
            ? application.refuseReadiness()
            : null;
    if (turnReady == null) {
      awaitGate(start);
    } else {
      daemon("warmup-gate", () -> awaitGate(start, turnReady));
    }
  }

  /** Beside the application, which opens its port meanwhile. */
  private void awaitGate(long start, Runnable turnReady) {
    try {
      awaitGate(start);
      turnReady.run();
    } catch (GateRefusal refused) {
      log.warn(refused.getMessage() + ": readiness stays down");
    }
  }

  private void awaitGate(long start) {
    WarmupEvents.Held held = events.held(application.name());
    Opening reason = gate.hold();
    GateOpening opened =
        new GateOpening(
            config.gate().hold(),
            Instant.now(),
            Duration.ofNanos(System.nanoTime() - start),
            reason);
    opening = opened;
    held.opened(opened);
    lines.opened(application.name(), opened, config.gate());
    if (reason == Opening.FAILED && config.gate().onFailure() == Gate.OnFailure.FAIL) {
      close();
      throw new GateRefusal(
          "the warm-up of " + application.name() + " failed, and gate.on-failure is fail");
    }
    trafficIsOpen();
  }

  private synchronized void trafficIsOpen() {
    trafficIsOpen = true;
    if (mode != Mode.OFF && !closed) {
      window.open();
    }
    WarmupService started = service;
    if (started != null) {
      inTheBackground(started);
    }
  }

  private void inTheBackground(WarmupService started) {
    started.openGate();
    if (mode == Mode.WARM) {
      started.startSchedules();
    }
  }

  /** Ends what is being loaded, at once; what is scheduled runs as ever. Any thread. */
  synchronized void stop() {
    stopRequested = true;
    WarmupService started = service;
    if (started != null) {
      started.stop();
    }
  }

  /**
   * The file was edited. A change of mode ends the observation window with its report, so that no
   * report is about two modes. Called by one thread.
   */
  synchronized void configure(ConfigResult.Loaded edited) {
    if (closed) {
      return;
    }
    Mode next = InstanceRollout.mode(edited.config().mode(), rollout);
    boolean switched = next != mode;
    if (switched) {
      leaveMode(next);
    }
    config = edited.config();
    reporting = new Reporting(edited, next, premain);
    window.configure(config.observe());
    configureParts();
    if (switched) {
      enterMode();
    }
  }

  private void configureParts() {
    CacheRegistry known = caches;
    if (known != null) {
      known.rename(config.caches());
    }
    WarmupService started = service;
    if (started != null) {
      started.configure(config);
    }
  }

  private void leaveMode(Mode next) {
    mode = next;
    stop();
    WarmupService started = service;
    if (started != null) {
      started.pauseSchedules();
    }
    gate.open(Opening.STOPPED);
    window.end();
  }

  private void enterMode() {
    stopRequested = false;
    if (trafficIsOpen && mode != Mode.OFF) {
      window.open();
    }
    WarmupService started = service;
    if (mode != Mode.WARM) {
      log.info(
          application.name()
              + (mode == Mode.OFF
                  ? " is neither warmed nor observed from here on."
                  : " is observed from here on, not warmed."));
    } else if (started != null) {
      log.info(application.name() + " is warmed in the background.");
      started.start(Trigger.ON_DEMAND);
      inTheBackground(started);
    } else {
      log.info(application.name() + " is warmed in the background.");
      discover(Trigger.ON_DEMAND);
    }
  }

  /** One that is under way already sees the mode when it is done. */
  private synchronized void discover(Trigger trigger) {
    if (!discovering) {
      discovering = true;
      daemon("warmup-start", OwnThreads.uncounted(() -> warm(trigger)));
    }
  }

  /**
   * The application or the JVM ends: nothing is loaded any more, and what was seen so far is told.
   * Idempotent.
   */
  @Override
  public void close() {
    closed = true;
    WarmupService started = service;
    if (started != null) {
      started.close();
    }
    gate.open(Opening.STOPPED);
    window.end();
  }

  private boolean holdsTraffic() {
    return mode == Mode.WARM && config.gate().hold() != Gate.Hold.NONE && !application.isServing();
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(null, work, name, 0, false);
    thread.setDaemon(true);
    thread.start();
  }

  private void warm(Trigger trigger) {
    try {
      gate.open(warmed(trigger));
    } catch (InterruptedException e) {
      gate.open(Opening.STOPPED);
    } catch (Throwable e) {
      log.warn("the warm-up of " + application.name() + " failed: " + e);
      gate.open(Opening.FAILED);
    } finally {
      discovered();
    }
  }

  private synchronized void discovered() {
    discovering = false;
  }

  private Opening warmed(Trigger trigger) throws InterruptedException {
    WarmupService warmup = service(config, log, observer(), false);
    discovered = true;
    if (warmup == null) {
      log.warn("no strategy was found: nothing is warmed, traffic opens. See strategies-path.");
      return Opening.NOT_HELD;
    }
    Run run = begin(warmup, trigger);
    if (run == null) {
      return Opening.STOPPED;
    }
    run.await(UNTIL_OVER);
    return run.result().map(ApplicationWarmup::opening).orElse(Opening.WARM);
  }

  /** Null where nothing is to be loaded any more. */
  private synchronized @Nullable Run begin(WarmupService warmup, Trigger trigger) {
    service = warmup;
    configureParts();
    if (closed) {
      warmup.close();
      return null;
    }
    if (trafficIsOpen) {
      inTheBackground(warmup);
    }
    return mode != Mode.WARM || stopRequested ? null : warmup.start(trigger);
  }

  private RunObserver observer() {
    RunObserver reports =
        new RunObserver() {
          @Override
          public void runEnded(RunResult result) {
            write(report());
          }
        };
    return new Observers(new Observers(new RunLines(lines, log), events), reports);
  }

  /** Null without a strategy. */
  private @Nullable WarmupService service(
      WarmupConfig from, Log told, RunObserver observer, boolean aside) {
    StrategyDiscovery discovery = new StrategyDiscovery(from, told);
    ApplicationClassLoader loader = discovery.loaderFor(application.classLoader());
    CacheRegistry registry = caches(loader, from);
    if (!aside) {
      caches = registry;
    }
    List<NamedStrategy> strategies = discovery.strategies(application, loader, registry);
    return strategies.isEmpty()
        ? null
        : new WarmupService(
            strategies.stream().map(found -> binding(found, loader, registry)).toList(),
            observer,
            aside ? List.of() : discovery.listeners(loader));
  }

  private CacheRegistry caches(ApplicationClassLoader loader, WarmupConfig from) {
    Adapters adapters = new Adapters(loader);
    List<CacheLibrary> libraries = adapters.cacheLibraries(recorder, holders);
    // Libraries first: they know only caches that exist, a framework may make one of any name.
    List<CacheSource> sources = new ArrayList<>(libraries);
    adapters
        .redisCaches(holders, from.redisCaches(), application.beans(), log)
        .ifPresent(sources::add);
    sources.addAll(application.cacheSources(libraries, log));
    if (application.isServing()) {
      sources.add(new CachesToCome(libraries, from.gate().timeout()));
    }
    CacheRegistry registry = new CacheRegistry(from.caches(), sources);
    observeAll(registry);
    return registry;
  }

  private StrategyBinding binding(
      NamedStrategy found, ApplicationClassLoader loader, CacheRegistry caches) {
    return new StrategyBinding(
        found.strategy(),
        found.config(),
        loader,
        OwnThreads::uncounted,
        name -> caches.find(name).map(this::recorded));
  }

  /** Those that nobody warms are observed too. */
  private void observeAll(CacheRegistry registry) {
    try {
      registry.caches().forEach(this::recorded);
    } catch (RuntimeException e) {
      log.warn("not every cache can be observed: " + e);
    }
  }

  private CacheTarget recorded(CacheTarget cache) {
    return RecordedTarget.of(cache, recorder);
  }

  /**
   * As a whole: some strategy could not do its work. Single keys that fail are counted, no more.
   */
  private static Opening opening(RunResult result) {
    if (ended(result, Outcome.FAILED) || ended(result, Outcome.GIVEN_UP)) {
      return Opening.FAILED;
    }
    return ended(result, Outcome.STOPPED) ? Opening.STOPPED : Opening.WARM;
  }

  private static boolean ended(RunResult result, Outcome outcome) {
    return result.strategies().stream().anyMatch(it -> it.outcome() == outcome);
  }

  private void tell(List<CacheObservation> last) {
    seen = last;
    WarmupReport report = report(last);
    lines.verdicts(report);
    write(report).ifPresent(file -> log.info("report: " + file));
  }

  /** One a run, which the end of the window completes. */
  private synchronized Optional<Path> write(WarmupReport report) {
    return new ReportFolder(config.report().folder(), log).write(report);
  }

  private WarmupReport report(List<CacheObservation> observations) {
    WarmupService started = service;
    List<RunResult> runs = started == null ? List.of() : started.history();
    return reporting.report(opening, runs, byOperatorsNames(observations));
  }

  @Override
  public String application() {
    return application.name();
  }

  @Override
  public WarmupConfig config() {
    return config;
  }

  @Override
  public Mode mode() {
    return mode;
  }

  @Override
  public @Nullable WarmupService service() {
    return service;
  }

  @Override
  public @Nullable CacheRegistry caches() {
    return caches;
  }

  @Override
  public boolean isDiscovered() {
    return discovered;
  }

  @Override
  public @Nullable GateOpening gate() {
    return opening;
  }

  @Override
  public WarmupReport report() {
    return report(recorder.opened() == null ? seen : recorder.observe());
  }

  @Override
  public @Nullable WarmupService rehearsal(@Nullable Path file, List<String> problems) {
    WarmupConfig from = file == null ? config : Rehearsal.config(file, problems);
    Log told = Rehearsal.log(problems);
    WarmupService found =
        from == null ? null : service(from, told, new RunLines(new LogLines(told), told), true);
    if (from != null && found == null) {
      problems.add("no strategy was found; see strategies-path");
    }
    return found;
  }

  private List<CacheObservation> byOperatorsNames(List<CacheObservation> seen) {
    Map<String, String> aliases =
        config.caches().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (a, b) -> a));
    return seen.stream().map(it -> it.named(aliases.getOrDefault(it.cache(), it.cache()))).toList();
  }
}
