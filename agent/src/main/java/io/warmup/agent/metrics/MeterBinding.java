package io.warmup.agent.metrics;

/** The warm-up's meters in a registry of the application's own. */
public interface MeterBinding extends AutoCloseable {

  /** Registers the series that have turned up since. Call it every few seconds. */
  void refresh();

  /** Takes them all out again. */
  @Override
  void close();
}
