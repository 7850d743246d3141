package io.warmup.agent.bridge;

import java.util.function.Function;

/** A loading function that counts a miss each time the cache calls it. */
final class WarmupLoad implements Function<Object, Object> {

  private final WarmupGets gets;
  private final Function<Object, Object> function;

  @SuppressWarnings("unchecked")
  WarmupLoad(WarmupGets gets, Function<?, ?> function) {
    this.gets = gets;
    this.function = (Function<Object, Object>) function;
  }

  @Override
  public Object apply(Object key) {
    gets.miss(key);
    return function.apply(key);
  }
}
