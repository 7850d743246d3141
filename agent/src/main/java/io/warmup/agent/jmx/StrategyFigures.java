package io.warmup.agent.jmx;

import io.warmup.agent.warmer.StrategyTotals;

/** A strategy as it is counted. */
final class StrategyFigures implements StrategyView {

  private final StrategyTotals totals;

  StrategyFigures(StrategyTotals totals) {
    this.totals = totals;
  }

  @Override
  public String getName() {
    return totals.strategy();
  }

  @Override
  public String getCache() {
    return totals.cache();
  }

  @Override
  public boolean isEnabled() {
    return totals.enabled();
  }

  @Override
  public int getPriority() {
    return totals.priority();
  }

  @Override
  public long getWarmed() {
    return totals.warmed();
  }

  @Override
  public long getAbsent() {
    return totals.absent();
  }

  @Override
  public long getFailed() {
    return totals.failed();
  }

  @Override
  public long getAlreadyPresent() {
    return totals.alreadyPresent();
  }

  @Override
  public long getOverwritten() {
    return totals.overwritten();
  }

  @Override
  public long getLoads() {
    return totals.loads().count();
  }

  @Override
  public double getLoadSeconds() {
    return totals.loads().total().toNanos() / 1e9;
  }

  @Override
  public long getSkippedRuns() {
    return totals.skippedRuns();
  }
}
