package io.warmup.agent;

import io.warmup.agent.config.Mode;
import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.control.ApplicationControl;
import io.warmup.agent.control.Controls;
import io.warmup.agent.control.LiveParts;
import io.warmup.agent.control.Search;
import io.warmup.agent.control.WarmupControl;
import io.warmup.agent.control.WarmupEvents;
import io.warmup.agent.jfr.FlightRecording;
import io.warmup.agent.jmx.MBeans;
import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.live.LivePage;
import io.warmup.agent.log.Log;
import io.warmup.agent.metrics.MeterBinding;
import io.warmup.agent.metrics.WarmupMeters;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.report.ThisProcess;
import io.warmup.agent.strategy.ApplicationClassLoader;
import io.warmup.agent.warmer.WarmupService;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The ways by which people see and steer the warm-ups of this JVM. One that cannot be opened costs
 * a line at most: a JVM may lack the JDK module it needs.
 */
final class Outlets {

  private static final Duration WHILE_BUSY = Duration.ofMillis(500);

  /** The command line waits for twice as long. */
  private static final Duration FOR_VISITORS = Duration.ofSeconds(2);

  private final Recorder recorder;
  private final Log log;
  private final Controls controls = new Controls();
  private final Map<WarmupControl, MeterBinding> meters = new ConcurrentHashMap<>();
  private final Map<ApplicationWarmup, WarmupControl> open = new ConcurrentHashMap<>();

  /** Not in JMX and Micrometer yet. */
  private final Map<ApplicationWarmup, Application> arriving = new ConcurrentHashMap<>();

  private final Pulse pulse = new Pulse(this::refresh);
  private final WarmupEvents events = new WakingEvents(flightRecording(), pulse);
  private @Nullable MBeans beans;
  private @Nullable LivePage page;

  Outlets(Recorder recorder, Log log) {
    this.recorder = recorder;
    this.log = log;
  }

  /** Told of all that happens, for a flight recording. */
  WarmupEvents events() {
    return events;
  }

  /**
   * The application can be seen and steered from here on, until it closes; by JMX and Micrometer in
   * a moment, since its start waits for this, and nobody reads them so soon.
   */
  synchronized void open(Application application, ApplicationWarmup warmup) {
    arriving.put(warmup, application);
    application.onClose(() -> close(warmup));
    if (warmup.config().report().http() != null) {
      control(warmup);
      openPage(warmup.config());
    }
    pulse.wake();
  }

  private synchronized WarmupControl control(ApplicationWarmup warmup) {
    WarmupControl control = open.get(warmup);
    if (control == null) {
      control =
          new ApplicationControl(
              warmup,
              recorder,
              ThisProcess.identity(warmup.application()),
              Reporting.version(),
              Clock.systemUTC());
      open.put(warmup, control);
      controls.add(control);
    }
    return control;
  }

  /** The file was edited: there may be more to see. */
  void wake() {
    pulse.wake();
  }

  private synchronized void close(ApplicationWarmup warmup) {
    arriving.remove(warmup);
    WarmupControl control = open.remove(warmup);
    if (control == null) {
      return;
    }
    controls.remove(control);
    MeterBinding bound = meters.remove(control);
    if (bound != null) {
      attempt("meters", bound::close);
    }
    MBeans registered = beans;
    if (registered != null) {
      attempt("JMX", () -> registered.remove(control));
    }
    if (controls.all().isEmpty() && page != null) {
      page.close();
      page = null;
    }
  }

  private void openPage(WarmupConfig config) {
    if (page != null) {
      return;
    }
    try {
      page = LivePage.open(config.report(), controls);
      log.info("live page: " + (page == null ? "" : page.url()));
    } catch (NoClassDefFoundError e) {
      log.warn("report.http: this Java lacks the module jdk.httpserver: there is no live page");
    } catch (Exception e) {
      log.warn("report.http: " + e.getMessage() + ": there is no live page");
    }
  }

  private synchronized void welcome() {
    arriving.forEach(
        (warmup, application) -> {
          WarmupControl control = control(warmup);
          openBeans(control);
          openMeters(application, control);
        });
    arriving.clear();
  }

  private void openBeans(WarmupControl control) {
    try {
      MBeans all = beans == null ? new MBeans() : beans;
      beans = all;
      all.add(control);
    } catch (NoClassDefFoundError e) {
      beans = null; // Without the module java.management nobody can ask for them.
    } catch (Exception e) {
      log.warn("JMX: " + e);
    }
  }

  private void openMeters(Application application, WarmupControl control) {
    attempt(
        "Micrometer",
        () -> {
          Controls own = new Controls();
          own.add(control);
          new Adapters(new ApplicationClassLoader(List.of(), application.classLoader()))
              .micrometer(application.beans(), new WarmupMeters(own))
              .ifPresent(bound -> meters.put(control, bound));
        });
  }

  /** When to look again: there are new series while a run or the window goes on. */
  private @Nullable Duration refresh() {
    welcome();
    boolean busy = recorder.opened() != null || open.keySet().stream().anyMatch(Outlets::isBusy);
    meters.values().forEach(bound -> attempt("Micrometer", bound::refresh));
    MBeans registered = beans;
    if (registered != null) {
      attempt("JMX", registered::refresh);
    }
    if (busy) {
      return WHILE_BUSY;
    }
    return registered != null && registered.isWaiting() ? FOR_VISITORS : null;
  }

  private static boolean isBusy(LiveParts parts) {
    WarmupService service = parts.service();
    return service == null
        ? parts.mode() == Mode.WARM && parts.search() == Search.GOING_ON
        : !service.activeRuns().isEmpty();
  }

  private void attempt(String what, Attempt attempt) {
    try {
      attempt.run();
    } catch (Exception | LinkageError e) {
      log.warn(what + ": " + e + ": the warm-up goes on without");
    }
  }

  private static WarmupEvents flightRecording() {
    try {
      return ModuleLayer.boot().findModule("jdk.jfr").isPresent()
          ? new FlightRecording()
          : WarmupEvents.NONE;
    } catch (LinkageError e) {
      return WarmupEvents.NONE;
    }
  }

  private interface Attempt {
    void run() throws Exception;
  }
}
