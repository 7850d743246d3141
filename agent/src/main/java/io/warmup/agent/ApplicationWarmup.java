package io.warmup.agent;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheRegistry;
import io.warmup.agent.config.InstanceRollout;
import io.warmup.agent.config.Mode;
import io.warmup.agent.config.Rollout;
import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.config.load.ConfigResult;
import io.warmup.agent.control.LiveParts;
import io.warmup.agent.control.Search;
import io.warmup.agent.control.WarmupEvents;
import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.GateRefusal;
import io.warmup.agent.lifecycle.TrafficGate.Opening;
import io.warmup.agent.log.Log;
import io.warmup.agent.recorder.OwnThreads;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.report.LogLines;
import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.report.model.WarmupReport;
import io.warmup.agent.strategy.NamedStrategy;
import io.warmup.agent.thread.AgentThreads;
import io.warmup.agent.warmer.Observers;
import io.warmup.agent.warmer.Run;
import io.warmup.agent.warmer.RunObserver;
import io.warmup.agent.warmer.RunResult;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.WarmupService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
  private final OwnOverhead overhead;
  private final Rollout rollout;
  private final WarmupEvents events;
  private final Log log;
  private final LogLines lines;
  private final Gatekeeper gatekeeper;
  private final Findings findings;
  private final ObservationWindow window;
  private volatile @Nullable WarmupService service;
  private volatile @Nullable CacheRegistry caches;
  private volatile Search search = Search.GOING_ON;
  private volatile boolean closed;

  // Written under this.
  private volatile WarmupConfig config;
  private volatile Mode mode;
  private boolean trafficIsOpen;
  private boolean discovering;
  private boolean stopRequested;
  private boolean switching;

  ApplicationWarmup(
      Application application,
      ConfigResult.Loaded loaded,
      Recorder recorder,
      CacheHolders holders,
      OwnOverhead overhead,
      WarmupEvents events,
      Log log) {
    this.application = application;
    this.config = loaded.config();
    this.rollout = config.rollout();
    this.mode = InstanceRollout.mode(config.mode(), rollout);
    this.recorder = recorder;
    this.holders = holders;
    this.overhead = overhead;
    this.events = events;
    this.log = log;
    this.lines = new LogLines(log);
    this.gatekeeper =
        new Gatekeeper(application, config.gate(), mode == Mode.WARM, events, lines, log);
    Reporting reporting = new Reporting(application.name(), loaded, mode, overhead, log);
    this.findings = new Findings(this, recorder, overhead, reporting, log);
    this.window =
        new ObservationWindow(
            config.observe(), findings::lookOnceMore, recorder, findings::tell, log::warn);
  }

  /**
   * Called on the application's thread, which lets traffic in when this returns.
   *
   * @throws GateRefusal if the warm-up failed and the operator wants no traffic then
   */
  void admitTraffic() {
    application.onClose(this::close);
    window.expect();
    if (mode == Mode.WARM) {
      discover(Trigger.START_UP);
    } else {
      log.info(application.name() + " is observed, not warmed (mode: observe).");
      AgentThreads.start("warmup-start", OwnThreads.uncounted(this::findCaches));
    }
    gatekeeper.admitTraffic(this::trafficIsOpen, this::close);
  }

  /** A control group's caches are called what they are called where they are warmed. */
  private void findCaches() {
    try {
      Discovery discovery = new Discovery(application, config, recorder, holders, log);
      CacheRegistry found = discovery.caches();
      caches = found;
      discovery.observe(found);
    } catch (RuntimeException | LinkageError e) {
      log.warn("the caches go by the places that build them: " + e);
    }
  }

  private synchronized void trafficIsOpen() {
    trafficIsOpen = true;
    if (mode != Mode.OFF && !closed) {
      window.open();
    } else {
      window.end();
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
   * The file was edited, and {@link #configure} follows. A change of mode ends what is being
   * loaded, and the observation window with its report, so that no report is about two modes.
   * Called by one thread.
   */
  synchronized void leaveMode(ConfigResult.Loaded edited) {
    Mode next = InstanceRollout.mode(edited.config().mode(), rollout);
    if (closed || next == mode) {
      return;
    }
    mode = next;
    switching = true;
    stop();
    WarmupService started = service;
    if (started != null) {
      started.pauseSchedules();
    }
    gatekeeper.open(Opening.STOPPED);
    window.end();
  }

  /** The edited file holds from here on. Called by one thread. */
  synchronized void configure(ConfigResult.Loaded edited) {
    if (closed) {
      return;
    }
    config = edited.config();
    findings.configure(new Reporting(application.name(), edited, mode, overhead, log));
    window.configure(config.observe());
    configureParts();
    if (switching) {
      switching = false;
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

  private void enterMode() {
    stopRequested = false;
    if (mode != Mode.OFF) {
      if (trafficIsOpen) {
        window.open();
      } else {
        window.expect();
      }
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
      search = Search.GOING_ON;
      recorder.hold();
      AgentThreads.start("warmup-start", OwnThreads.uncounted(() -> warm(trigger)));
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
    gatekeeper.open(Opening.STOPPED);
    window.end();
  }

  private void warm(Trigger trigger) {
    try {
      gatekeeper.open(warmed(trigger));
    } catch (InterruptedException e) {
      gatekeeper.open(Opening.STOPPED);
    } catch (Throwable e) {
      log.warn("the warm-up of " + application.name() + " failed: " + e);
      search = Search.FAILED;
      gatekeeper.open(Opening.FAILED);
    } finally {
      discovered();
    }
  }

  private synchronized void discovered() {
    discovering = false;
    recorder.release();
  }

  private Opening warmed(Trigger trigger) throws InterruptedException {
    Discovery discovery = new Discovery(application, config, recorder, holders, log);
    CacheRegistry found = discovery.caches();
    caches = found;
    List<NamedStrategy> strategies = discovery.strategies(found);
    if (strategies.isEmpty()) {
      search = Search.DONE;
      log.warn("no strategy was found: nothing is warmed, traffic opens. See strategies-path.");
      // At once: it need not wait until its caches are known.
      gatekeeper.open(Opening.NOT_HELD);
      discovery.observe(found);
      return Opening.NOT_HELD;
    }
    discovery.observe(found);
    WarmupService warmup = discovery.service(strategies, found, observer());
    search = Search.DONE;
    Run run = begin(warmup, trigger);
    if (run == null) {
      return Opening.STOPPED;
    }
    run.await(UNTIL_OVER);
    return run.result().map(Gatekeeper::reason).orElse(Opening.WARM);
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
            findings.write(report());
          }
        };
    RunObserver told = new Observers(new Observers(new RunLines(lines, log), events), reports);
    return new Observers(new RecordedRuns(recorder), told);
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
  public Search search() {
    return search;
  }

  @Override
  public @Nullable GateOpening gate() {
    return gatekeeper.opening();
  }

  @Override
  public WarmupReport report() {
    return window.isOpen() ? findings.reportSoFar() : findings.report();
  }

  @Override
  public @Nullable WarmupService rehearsal(@Nullable Path file, List<String> problems) {
    WarmupConfig from = file == null ? config : Rehearsal.config(file, problems);
    if (from == null) {
      return null;
    }
    return new Rehearsal(application, recorder, holders).of(from, problems);
  }
}
