package io.warmup.agent.report.model;

/**
 * Whether the warm-up of one cache paid.
 *
 * @param outcome in one word
 * @param sentence the same with its figures, for people; goes on from the name of the cache
 */
public record Verdict(Outcome outcome, String sentence) {

  /** Whether it paid. */
  public enum Outcome {
    /** Misses were avoided, and it was not {@link #DID_NOT_PAY}. */
    PAID,
    /** The rule stands in {@code Verdicts}. */
    DID_NOT_PAY,
    /** Too few gets to say. */
    TOO_FEW_GETS,
    /** Nothing was warmed here. */
    NOT_WARMED
  }
}
