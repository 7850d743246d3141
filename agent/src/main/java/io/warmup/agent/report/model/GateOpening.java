package io.warmup.agent.report.model;

import io.warmup.agent.config.Gate;
import java.time.Duration;
import java.time.Instant;

/**
 * The moment traffic opened.
 *
 * @param hold what was held back
 * @param opened when it was let go
 * @param heldFor what the warm-up added to the start of the application; zero if nothing was held
 * @param reason why it opened then
 */
public record GateOpening(Gate.Hold hold, Instant opened, Duration heldFor, Reason reason) {

  /** What opens the gate. */
  public enum Reason {
    /** The warm-up was done. */
    WARMED,
    /** {@code gate.timeout} came first; the rest was warmed in the background. */
    TIMED_OUT,
    /** The warm-up failed and {@code gate.on-failure} is {@code open}. */
    FAILED,
    /** Nothing was held: {@code gate.hold: none}, or nothing to warm. */
    NOT_HELD
  }
}
