package io.warmup.agent.jmx;

/**
 * A cache as JMX shows it. An interface, since clients on Java 17 make neither records nor classes
 * out of what they get.
 */
public interface CacheView {

  String getName();

  /** Hits on warmed entries. */
  long getWarmHits();

  /** Hits on entries that the application made itself. */
  long getOtherHits();

  long getMisses();

  long getMissesAvoided();

  long getWarmedKeys();

  long getUsedKeys();
}
