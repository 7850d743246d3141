package io.warmup.agent.warmer;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys pulled together, how far a worker has come with them, and what came of those it is done
 * with. Belongs to one thread at a time (see {@link Flight}).
 */
final class Chunk<K> {

  private List<K> keys;

  /** Keys before it are counted below. */
  private int next;

  int warmed;
  int absent;
  int failed;
  int alreadyPresent;
  int overwritten;
  int heldOut;
  int loadedKeys;
  long loadNanos;
  @Nullable String failure;
  private long[] latencies = new long[1];
  private int loads;

  Chunk(List<K> keys) {
    this.keys = keys;
  }

  boolean done() {
    return next == keys.size();
  }

  /** The first key not finished with. */
  K key() {
    return keys.get(next);
  }

  /** The keys not finished with. */
  List<K> rest() {
    return next == 0 ? keys : keys.subList(next, keys.size());
  }

  int remaining() {
    return keys.size() - next;
  }

  /** Before anything else: only these of the keys are to be warmed. */
  void leaveCold(List<K> rest) {
    heldOut += keys.size() - rest.size();
    keys = rest;
  }

  /** Before the first load: only these of the keys are to be loaded. */
  void retain(List<K> missing) {
    alreadyPresent += keys.size() - missing.size();
    keys = missing;
  }

  /** The next key is finished with. */
  void advance() {
    next++;
  }

  /** The next {@code count} keys are finished with, without success. */
  void fail(int count, String why) {
    failed += count;
    next += count;
    if (failure == null) {
      failure = why;
    }
  }

  /** A load of so many keys came back. */
  void loaded(int count, long nanos) {
    loadedKeys += count;
    loadNanos += nanos;
    if (loads == latencies.length) {
      latencies = Arrays.copyOf(latencies, keys.size());
    }
    latencies[loads++] = nanos;
  }

  int loads() {
    return loads;
  }

  long latency(int load) {
    return latencies[load];
  }

  /** Keys finished with, whatever their end. */
  int finished() {
    return warmed + absent + failed + alreadyPresent + overwritten + heldOut;
  }
}
