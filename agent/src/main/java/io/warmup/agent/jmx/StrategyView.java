package io.warmup.agent.jmx;

/**
 * A strategy as JMX shows it. An interface, since clients on Java 17 make neither records nor
 * classes out of what they get.
 */
public interface StrategyView {

  String getName();

  String getCache();

  boolean isEnabled();

  int getPriority();

  long getWarmed();

  long getAbsent();

  long getFailed();

  long getAlreadyPresent();

  long getOverwritten();

  long getLoads();

  /** All loads together. */
  double getLoadSeconds();

  long getSkippedRuns();
}
