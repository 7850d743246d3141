package io.warmup.agent.control;

/** How far the look for an application's strategies is. */
public enum Search {
  GOING_ON,
  /** Whether or not there are any. */
  DONE,
  /** Strategies could not even be looked for, which the log has been told. */
  FAILED
}
