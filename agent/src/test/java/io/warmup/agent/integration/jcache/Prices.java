package io.warmup.agent.integration.jcache;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.integration.CacheLoader;

/** What an application has in its database: no price for every seventh product. */
public final class Prices implements CacheLoader<Integer, String> {
  static final AtomicInteger LOADS = new AtomicInteger();

  static String price(Integer key) {
    return key % 7 == 0 ? null : "loaded " + key;
  }

  @Override
  public String load(Integer key) {
    LOADS.incrementAndGet();
    return price(key);
  }

  @Override
  public Map<Integer, String> loadAll(Iterable<? extends Integer> keys) {
    Map<Integer, String> values = new HashMap<>();
    for (Integer key : keys) {
      String value = load(key);
      if (value != null) {
        values.put(key, value);
      }
    }
    return values;
  }
}
