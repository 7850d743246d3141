package io.warmup.agent.warmer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keys pulled together, how far a worker has come with them, and what came of those it is done
 * with. Belongs to one thread at a time (see {@link Flight}).
 */
final class Chunk<K> {

  final Tally tally = new Tally();
  @Nullable String failure;
  int loadedKeys;
  long loadNanos;

  private List<K> keys;

  /** Keys before it are counted in the tally. */
  private int next;

  private long[] latencies = new long[1];
  private int loads;

  Chunk(List<K> keys) {
    this.keys = keys;
  }

  boolean done() {
    return next == keys.size();
  }

  /** The keys not finished with. */
  List<K> rest() {
    return next == 0 ? keys : keys.subList(next, keys.size());
  }

  /** The first key not finished with, or one after it. */
  K key(int offset) {
    return keys.get(next + offset);
  }

  int remaining() {
    return keys.size() - next;
  }

  /** Before anything else: only these of the keys are to be warmed. */
  void leaveCold(List<K> rest) {
    tally.heldOut += keys.size() - rest.size();
    keys = rest;
  }

  /** Before the first load: only these of the keys are to be loaded. */
  void retain(List<K> missing) {
    tally.alreadyPresent += keys.size() - missing.size();
    keys = missing;
  }

  /** So many of the next keys are finished with. */
  void finished(int count, Tally outcomes) {
    tally.add(outcomes);
    next += count;
  }

  /** The next {@code count} keys are finished with, without success. */
  void fail(int count, String why) {
    tally.failed += count;
    next += count;
    failed(why);
  }

  /**
   * Finished with for good, one key as failed.
   *
   * @param offset of that key among those not finished with
   * @return the other keys nobody has finished with
   */
  List<K> abandon(int offset, String why) {
    List<K> others = new ArrayList<>(rest());
    others.remove(Math.min(offset, others.size() - 1));
    tally.failed++;
    next = keys.size();
    failed(why);
    return others;
  }

  /** The first failure is told to people. */
  void failed(@Nullable String why) {
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
}
