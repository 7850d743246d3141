package io.warmup.agent.control;

/** What an application's warm-up is doing, in one word. */
public enum State {
  /** The application is not ready to be warmed yet, or the strategies are being found. */
  STARTING,
  /** A run goes on. */
  WARMING,
  /** The last run ended well. */
  WARM,
  /**
   * The last run did not: a strategy failed, was given up or ran out of time. Or strategies could
   * not even be looked for.
   */
  FAILED,
  /** The last run was stopped. */
  STOPPED,
  /** There is nothing to load with: no strategy was found. */
  IDLE,
  /** Nothing is loaded here, the caches are only watched ({@code mode: observe}). */
  OBSERVING
}
