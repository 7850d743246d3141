package io.warmup.agent.recorder;

import io.warmup.agent.cache.PutOutcome;

/** What came of one key of a strategy whose loads fill caches themselves. */
enum Answer {
  /** Something was put. */
  PUT(PutOutcome.WARMED),
  /** The application answered, and put nothing. */
  NOTHING_NEW(PutOutcome.ALREADY_PRESENT);

  private final PutOutcome outcome;

  Answer(PutOutcome outcome) {
    this.outcome = outcome;
  }

  PutOutcome outcome() {
    return outcome;
  }
}
