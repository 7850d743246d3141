package io.warmup.agent.integration.jcache;

import java.util.Collection;
import javax.cache.Cache;
import javax.cache.integration.CacheWriter;

/** What an application writes to. */
public final class Ledger implements CacheWriter<Integer, String> {
  @Override
  public void write(Cache.Entry<? extends Integer, ? extends String> entry) {}

  @Override
  public void writeAll(Collection<Cache.Entry<? extends Integer, ? extends String>> entries) {}

  @Override
  public void delete(Object key) {}

  @Override
  public void deleteAll(Collection<?> keys) {}
}
