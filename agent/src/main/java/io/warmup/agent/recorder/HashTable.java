package io.warmup.agent.recorder;

import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** What a hash map of the JDK's keeps in memory, told by stand-ins: its own parts are not seen. */
final class HashTable {

  private HashTable() {}

  /**
   * Tells of its table and entries, the keys and values not among them.
   *
   * @param most entries there have been at a time: a table does not shrink
   * @param told of an object and of how many there are of its size
   */
  static void parts(Map<?, ?> map, int most, ObjIntConsumer<Object> told) {
    told.accept(map, 1);
    if (most > 0) {
      told.accept(new Object[slots(most)], 1);
      told.accept(new Entry(), map.size());
    }
  }

  /** A power of two, no more than three quarters full. */
  private static int slots(int entries) {
    int slots = 16;
    while (slots / 4 * 3 < entries) {
      slots *= 2;
    }
    return slots;
  }

  /** The fields of {@code HashMap.Node} and {@code ConcurrentHashMap.Node}. */
  @SuppressWarnings("unused")
  private static final class Entry {
    private int hash;
    private @Nullable Object key;
    private @Nullable Object value;
    private @Nullable Object next;
  }
}
