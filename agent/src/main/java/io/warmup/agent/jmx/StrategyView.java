package io.warmup.agent.jmx;

import io.warmup.agent.warmer.StrategyTotals;

/** A strategy as JMX shows it: getters, since MXBeans know no records before Java 21. */
public final class StrategyView {

  private final StrategyTotals totals;

  StrategyView(StrategyTotals totals) {
    this.totals = totals;
  }

  public String getName() {
    return totals.strategy();
  }

  public String getCache() {
    return totals.cache();
  }

  public boolean isEnabled() {
    return totals.enabled();
  }

  public int getPriority() {
    return totals.priority();
  }

  public long getWarmed() {
    return totals.warmed();
  }

  public long getAbsent() {
    return totals.absent();
  }

  public long getFailed() {
    return totals.failed();
  }

  public long getAlreadyPresent() {
    return totals.alreadyPresent();
  }

  public long getOverwritten() {
    return totals.overwritten();
  }

  public long getLoads() {
    return totals.loads().count();
  }

  /** All loads together. */
  public double getLoadSeconds() {
    return totals.loads().total().toNanos() / 1e9;
  }

  public long getSkippedRuns() {
    return totals.skippedRuns();
  }
}
