package io.warmup.agent.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the warm-up holds traffic back.
 *
 * @param hold what is held
 * @param timeout when traffic opens at the latest; the rest of the warm-up goes on in the
 *     background
 * @param onFailure what happens when the warm-up as a whole fails
 * @param method the readiness point of an application without a framework, {@code
 *     com.acme.Server#start}; null: its {@code main}
 * @param phase at which end of the framework's own start-up event the warm-up runs
 * @param whenBean only a context that has a bean of this name is warmed; null: the framework's main
 *     context
 */
public record Gate(
    Hold hold,
    Duration timeout,
    OnFailure onFailure,
    @Nullable String method,
    Phase phase,
    @Nullable String whenBean) {

  /** What is held back until the warm-up is done. */
  public enum Hold {
    /** The listening port: nothing listens. */
    PORT,
    /** Readiness: the port is open, the readiness probe says no. */
    READINESS,
    /** Nothing: warm in the background. */
    NONE
  }

  /** What a failed warm-up does to the start of the application. */
  public enum OnFailure {
    /** Traffic opens all the same. */
    OPEN,
    /** The application refuses to start. */
    FAIL
  }

  /** Before or after the observers of Quarkus's start-up event; Spring has but one point. */
  public enum Phase {
    /** Before them: no message is consumed yet. */
    ENTER,
    /** After them: what they prepare is there. */
    EXIT
  }
}
