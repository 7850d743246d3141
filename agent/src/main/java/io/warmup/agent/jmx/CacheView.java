package io.warmup.agent.jmx;

import io.warmup.agent.recorder.CacheCounts;

/** A cache as JMX shows it: getters, since MXBeans know no records before Java 21. */
public final class CacheView {

  private final CacheCounts counts;

  CacheView(CacheCounts counts) {
    this.counts = counts;
  }

  public String getName() {
    return counts.cache();
  }

  /** Hits on warmed entries. */
  public long getWarmHits() {
    return counts.warmHits();
  }

  /** Hits on entries that the application made itself. */
  public long getOtherHits() {
    return counts.otherHits();
  }

  public long getMisses() {
    return counts.misses();
  }

  public long getMissesAvoided() {
    return counts.missesAvoided();
  }

  public long getWarmedKeys() {
    return counts.fates().warmed();
  }

  public long getUsedKeys() {
    return counts.fates().used();
  }
}
