package io.warmup.api;

/**
 * Told how each strategy's run goes. Found by {@link java.util.ServiceLoader}, like the strategies;
 * it needs a public no-argument constructor.
 *
 * <p>For one run the calls come in order and never concurrently. A listener that throws is reported
 * once and not called again.
 */
public interface WarmupListener {

  /**
   * A run of a strategy begins.
   *
   * @param strategy the strategy's name
   */
  default void started(String strategy) {}

  /**
   * Some more keys are finished with; called every few seconds.
   *
   * @param strategy the strategy's name
   * @param done keys finished with so far
   * @param total keys in all, or -1 if the strategy's stream does not know
   */
  default void progress(String strategy, long done, long total) {}

  /**
   * A run of a strategy has ended, whole or not.
   *
   * @param stats what it did
   */
  default void finished(WarmupStats stats) {}
}
