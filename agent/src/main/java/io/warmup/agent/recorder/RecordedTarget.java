package io.warmup.agent.recorder;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.ForwardingTarget;
import io.warmup.agent.cache.KeyedTarget;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cache without nodes of its own to mark: what is put through its fence is kept in its record.
 */
public final class RecordedTarget extends ForwardingTarget {

  private final RecordedCache recorded;

  private RecordedTarget(CacheTarget target, RecordedCache recorded) {
    super(target);
    this.recorded = recorded;
  }

  /** The same cache, recorded from here on if it can be and does not record itself. */
  public static CacheTarget of(CacheTarget target, Recorder recorder) {
    if (target instanceof KeyedTarget keyed) {
      // What is recorded are the application's keys, not the strategy's.
      return new KeyedTarget(of(keyed.target(), recorder), keyed.keys());
    }
    Object store = target.recordedStore();
    return store == null
        ? target
        : new RecordedTarget(
            target,
            recorder.found(
                target.kind(),
                target.name(),
                target.delegate(),
                store,
                StoredKeys.asked(target.stillHolds())));
  }

  /** It records by itself now. */
  @Override
  public @Nullable Object recordedStore() {
    return null;
  }

  @Override
  public FenceStrength fenceStrength() {
    FenceStrength own = target().fenceStrength();
    return own == FenceStrength.IF_ABSENT ? FenceStrength.WATCHED : own;
  }

  @Override
  public Fence fence(List<?> keys) {
    return new WatchingFence(target(), recorded, keys);
  }
}
