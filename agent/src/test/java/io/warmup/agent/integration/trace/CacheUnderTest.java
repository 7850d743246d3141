package io.warmup.agent.integration.trace;

import java.util.Map;
import java.util.Set;

/** A cache by the methods that every library has, as an application calls them. */
public interface CacheUnderTest {

  String get(Integer key);

  Map<Integer, String> getAll(Set<Integer> keys);

  void put(Integer key, String value);

  void remove(Integer key);

  boolean containsKey(Integer key);
}
