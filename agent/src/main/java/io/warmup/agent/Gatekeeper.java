package io.warmup.agent;

import io.warmup.agent.config.Gate;
import io.warmup.agent.control.WarmupEvents;
import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.GateRefusal;
import io.warmup.agent.lifecycle.TrafficGate;
import io.warmup.agent.lifecycle.TrafficGate.Opening;
import io.warmup.agent.log.Log;
import io.warmup.agent.report.LogLines;
import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.thread.AgentThreads;
import io.warmup.agent.warmer.RunResult;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Holds an application's traffic back as {@code gate} says, and tells when it was let in. */
final class Gatekeeper {

  private final Application application;
  private final Gate settings;
  private final boolean holds;
  private final TrafficGate gate;
  private final WarmupEvents events;
  private final Log log;
  private final LogLines lines;
  private volatile @Nullable GateOpening opening;

  /**
   * @param holds false: whatever the settings say, traffic waits for nothing
   */
  Gatekeeper(
      Application application,
      Gate settings,
      boolean holds,
      WarmupEvents events,
      LogLines lines,
      Log log) {
    this.application = application;
    this.settings = settings;
    this.holds = holds && settings.hold() != Gate.Hold.NONE && !application.isServing();
    this.gate = new TrafficGate(settings.timeout(), this.holds);
    this.events = events;
    this.lines = lines;
    this.log = log;
  }

  /**
   * Called on the application's thread, which lets traffic in when this returns.
   *
   * @param onOpen done once traffic may come
   * @param onRefusal done if it never may
   * @throws GateRefusal if the warm-up failed and the operator wants no traffic then
   */
  void admitTraffic(Runnable onOpen, Runnable onRefusal) {
    long start = System.nanoTime();
    Runnable turnReady =
        holds && settings.hold() == Gate.Hold.READINESS ? application.refuseReadiness() : null;
    if (turnReady == null) {
      await(start, onOpen, onRefusal);
    } else {
      AgentThreads.start("warmup-gate", () -> turnReady(start, onOpen, onRefusal, turnReady));
    }
  }

  /** Beside the application, which opens its port meanwhile. */
  private void turnReady(long start, Runnable onOpen, Runnable onRefusal, Runnable turnReady) {
    try {
      await(start, onOpen, onRefusal);
      turnReady.run();
    } catch (GateRefusal refused) {
      log.warn(refused.getMessage() + ": readiness stays down");
    }
  }

  private void await(long start, Runnable onOpen, Runnable onRefusal) {
    WarmupEvents.Held held = events.held(application.name());
    Opening reason = gate.hold();
    GateOpening opened =
        new GateOpening(
            settings.hold(), Instant.now(), Duration.ofNanos(System.nanoTime() - start), reason);
    opening = opened;
    held.opened(opened);
    lines.opened(application.name(), opened, settings);
    if (reason == Opening.FAILED && refusesFailure()) {
      onRefusal.run();
      throw new GateRefusal(
          "the warm-up of " + application.name() + " failed, and gate.on-failure is fail");
    }
    onOpen.run();
  }

  /** A failure: some strategy could not do its work. Single keys that fail are counted, no more. */
  static Opening reason(RunResult result) {
    if (ended(result, Outcome.FAILED) || ended(result, Outcome.GIVEN_UP)) {
      return Opening.FAILED;
    }
    return ended(result, Outcome.STOPPED) ? Opening.STOPPED : Opening.WARM;
  }

  private static boolean ended(RunResult result, Outcome outcome) {
    return result.strategies().stream().anyMatch(it -> it.outcome() == outcome);
  }

  /** Ends the holding; the first reason counts. Any thread. */
  void open(Opening reason) {
    Opening first = gate.open(reason);
    boolean tooLate = first == Opening.NOT_HELD || first == Opening.TIMEOUT;
    if (reason == Opening.FAILED && tooLate && refusesFailure()) {
      log.warn(
          "the warm-up of "
              + application.name()
              + " failed when traffic was open already ("
              + (first == Opening.TIMEOUT ? "gate.timeout had passed" : "nothing was held")
              + "): gate.on-failure: fail refuses nothing any more, the application serves on");
    }
  }

  private boolean refusesFailure() {
    return settings.onFailure() == Gate.OnFailure.FAIL;
  }

  /** Null while traffic is held back. */
  @Nullable GateOpening opening() {
    return opening;
  }
}
