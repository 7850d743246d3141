package io.warmup.agent.recorder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * The most frequent keys of a stream, in bounded memory: Misra and Gries (1982), making room by
 * taking the median count from every key (Anderson et al. 2017), so that an addition costs constant
 * time on average. A count is a lower bound, short by at most {@link #error}; exact while there are
 * fewer keys than counters.
 *
 * <p>A well-kept library has the same (Apache DataSketches' frequent items), at 700 KB with its
 * memory module: three times what is here would still be little beside that.
 */
final class FrequentKeys {

  private static final int COUNTERS = 4_096;

  private final Map<Object, Counter> counters = new HashMap<>();
  private int mostCounters;
  private long error;

  /** Not thread-safe. A key whose own methods throw is left out. */
  void add(Object key, int weight) {
    try {
      Counter counter = counters.get(key);
      if (counter != null) {
        counter.count += weight;
        return;
      }
      if (counters.size() >= COUNTERS) {
        makeRoom();
      }
      counters.put(key, new Counter(weight));
      mostCounters = Math.max(mostCounters, counters.size());
    } catch (Throwable e) {
      // The application meets the same exception on its own way to the cache.
    }
  }

  /** By how much a count may be too low. */
  long error() {
    return error;
  }

  /** Keys and their counts, most frequent first. */
  List<Count> counts() {
    List<Count> counts = new ArrayList<>(counters.size());
    counters.forEach((key, counter) -> counts.add(new Count(key, counter.count)));
    counts.sort((one, other) -> Long.compare(other.count(), one.count()));
    return counts;
  }

  void clear() {
    counters.clear();
    error = 0;
  }

  void parts(ObjIntConsumer<Object> told) {
    told.accept(this, 1);
    HashTable.parts(counters, mostCounters, told);
    if (!counters.isEmpty()) {
      told.accept(counters.values().iterator().next(), counters.size());
    }
  }

  private void makeRoom() {
    long[] sorted = counters.values().stream().mapToLong(counter -> counter.count).toArray();
    Arrays.sort(sorted);
    long median = sorted[sorted.length / 2];
    for (Iterator<Counter> all = counters.values().iterator(); all.hasNext(); ) {
      Counter counter = all.next();
      counter.count -= median;
      if (counter.count <= 0) {
        all.remove();
      }
    }
    error += median;
  }

  /** One key's. */
  record Count(Object key, long count) {}

  private static final class Counter {
    long count;

    Counter(int weight) {
      count = weight;
    }
  }
}
