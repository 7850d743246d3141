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
 */
public record Gate(Hold hold, Duration timeout, OnFailure onFailure, @Nullable String method) {

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
}
