package com.acme.visits;

import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.WarmupContext;
import java.lang.reflect.Method;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Asks the shop's {@code CategoryService} for its first categories, and for one there is not. */
public class CategoryVisits implements CacheWarmupStrategy<Long, Object> {

  private Object categories;
  private Method byId;

  /** By reflection, as the tests do not see the shop's classes. */
  @Override
  public void initialize(WarmupContext context) throws Exception {
    categories = context.bean("categoryService", Object.class);
    byId = categories.getClass().getMethod("byId", long.class);
  }

  @Override
  public Stream<Long> getKeysToWarmup() {
    return LongStream.rangeClosed(1, 20).boxed();
  }

  @Override
  public Object loadData(Long id) throws Exception {
    return byId.invoke(categories, id);
  }

  @Override
  public String getCacheName() {
    return null;
  }
}
