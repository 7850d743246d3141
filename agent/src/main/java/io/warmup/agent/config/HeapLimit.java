package io.warmup.agent.config;

/** Heap use at which the warm-up stops. */
public sealed interface HeapLimit {

  /**
   * The limit in bytes.
   *
   * @param maxHeap the JVM's largest heap, in bytes
   */
  long bytes(long maxHeap);

  /** A share of the largest heap, 0..1. */
  record Share(double share) implements HeapLimit {
    @Override
    public long bytes(long maxHeap) {
      return (long) (maxHeap * share);
    }
  }

  /** So many bytes. */
  record Size(long size) implements HeapLimit {
    @Override
    public long bytes(long maxHeap) {
      return size;
    }
  }
}
