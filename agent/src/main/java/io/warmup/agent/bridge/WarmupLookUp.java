package io.warmup.agent.bridge;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One get of a cache that answers later, and only calls a loader where it found nothing: a hit
 * until that loader is called. Its counts may be told on several threads.
 */
final class WarmupLookUp implements Function<Object, Object> {

  private final Object store;
  private final Object key;
  private final Function<Object, Object> loader;
  private final @Nullable WarmupFilling filling;
  private final @Nullable WarmupGets gets;
  private final byte flag;
  private boolean missed;

  /** Counts the hit; on one of the warm-up's own threads none. */
  @SuppressWarnings("unchecked")
  WarmupLookUp(
      Object store,
      Object key,
      Function<?, ?> loader,
      @Nullable WarmupGets gets,
      @Nullable WarmupFilling filling) {
    this.store = store;
    this.key = key;
    this.loader = (Function<Object, Object>) loader;
    this.filling = filling;
    this.gets = gets == null || WarmupUncounted.isOwn() ? null : gets;
    this.flag = this.gets == null ? 0 : this.gets.lookUp(key);
  }

  @Override
  public Object apply(Object asked) {
    if (isFirst()) {
      if (gets != null) {
        gets.missAfterAll(key, flag);
      }
      if (filling != null) {
        filling.wrote(store, key);
      }
    }
    return loader.apply(asked);
  }

  /** It is called once more where what it brought could not be written. */
  private synchronized boolean isFirst() {
    boolean first = !missed;
    missed = true;
    return first;
  }
}
