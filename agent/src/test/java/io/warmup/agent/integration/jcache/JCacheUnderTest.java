package io.warmup.agent.integration.jcache;

import io.warmup.agent.integration.trace.CacheUnderTest;
import java.util.Map;
import java.util.Set;
import javax.cache.Cache;

/** A JCache as an application calls it. */
record JCacheUnderTest(Cache<Integer, String> cache) implements CacheUnderTest {

  @Override
  public String get(Integer key) {
    return cache.get(key);
  }

  @Override
  public Map<Integer, String> getAll(Set<Integer> keys) {
    return cache.getAll(keys);
  }

  @Override
  public void put(Integer key, String value) {
    cache.put(key, value);
  }

  @Override
  public void remove(Integer key) {
    cache.remove(key);
  }

  @Override
  public boolean containsKey(Integer key) {
    return cache.containsKey(key);
  }
}
