package io.warmup.agent.jmx;

import io.warmup.agent.recorder.CacheCounts;

/** A cache as it is counted. */
final class CacheFigures implements CacheView {

  private final CacheCounts counts;

  CacheFigures(CacheCounts counts) {
    this.counts = counts;
  }

  @Override
  public String getName() {
    return counts.cache();
  }

  @Override
  public long getWarmHits() {
    return counts.warmHits();
  }

  @Override
  public long getOtherHits() {
    return counts.otherHits();
  }

  @Override
  public long getMisses() {
    return counts.misses();
  }

  @Override
  public long getMissesAvoided() {
    return counts.missesAvoided();
  }

  @Override
  public long getWarmedKeys() {
    return counts.fates().warmed();
  }

  @Override
  public long getUsedKeys() {
    return counts.fates().used();
  }
}
