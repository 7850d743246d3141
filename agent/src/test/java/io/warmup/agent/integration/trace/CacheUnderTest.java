package io.warmup.agent.integration.trace;

import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** A cache by the methods that every library has, as an application calls them. */
public record CacheUnderTest(
    Function<Integer, String> gets,
    Function<Set<Integer>, Map<Integer, String>> getsAll,
    BiConsumer<Integer, String> puts,
    Consumer<Integer> removes,
    Predicate<Integer> contains) {

  String get(Integer key) {
    return gets.apply(key);
  }

  Map<Integer, String> getAll(Set<Integer> keys) {
    return getsAll.apply(keys);
  }

  void put(Integer key, String value) {
    puts.accept(key, value);
  }

  void remove(Integer key) {
    removes.accept(key);
  }

  boolean containsKey(Integer key) {
    return contains.test(key);
  }
}
