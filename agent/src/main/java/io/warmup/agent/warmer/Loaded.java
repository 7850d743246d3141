package io.warmup.agent.warmer;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Values that came back of a chunk's next keys and are not put yet: those of one bulk load, of one
 * single load, or of a row of single loads that took next to no time. Belongs to its worker alone;
 * the chunk hears of it when all are put, so an abandoned worker leaves nothing half counted.
 */
final class Loaded {

  /** Single loads in a row at most: enough that what is done once a row costs next to nothing. */
  static final int ROW = 64;

  private @Nullable Object[] values = new @Nullable Object[ROW];
  private long[] latencies = new long[1];
  private int size;
  private int loads;

  void clear() {
    Arrays.fill(values, 0, size, null);
    size = 0;
    loads = 0;
  }

  /** One key's load came back. */
  void add(@Nullable Object value, long nanos) {
    values[size++] = value;
    addLoad(nanos);
  }

  /** A load of all the chunk's keys came back. */
  void addAll(Chunk<?> keys, Map<?, ?> answer, long nanos) {
    int count = keys.remaining();
    if (count > values.length) {
      values = new @Nullable Object[count];
    }
    for (int i = 0; i < count; i++) {
      values[i] = answer.get(keys.key(i));
    }
    size = count;
    addLoad(nanos);
  }

  int size() {
    return size;
  }

  @Nullable Object value(int i) {
    return values[i];
  }

  /** Tells the chunk what its loads took. */
  void account(Chunk<?> chunk) {
    for (int i = 0; i < loads; i++) {
      chunk.loaded(loads == size ? 1 : size, latencies[i]);
    }
  }

  private void addLoad(long nanos) {
    if (loads == latencies.length) {
      latencies = Arrays.copyOf(latencies, ROW);
    }
    latencies[loads++] = nanos;
  }
}
