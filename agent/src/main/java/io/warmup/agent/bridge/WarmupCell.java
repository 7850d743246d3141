package io.warmup.agent.bridge;

/**
 * Counts that one thread alone writes, so that counting is plain addition. Padded, so that two
 * threads' cells are never on one cache line, nor on neighbouring ones that are fetched together.
 */
final class WarmupCell {

  final Thread owner;
  long hits;
  long warmHits;
  long misses;

  @SuppressWarnings("unused")
  private long p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12;

  WarmupCell(Thread owner) {
    this.owner = owner;
  }
}
