package io.warmup.agent.report.model;

import io.warmup.agent.config.Gate;
import io.warmup.agent.lifecycle.TrafficGate;
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
public record GateOpening(
    Gate.Hold hold, Instant opened, Duration heldFor, TrafficGate.Opening reason) {}
