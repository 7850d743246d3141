package io.warmup.agent.recorder;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.KeyedTarget;
import io.warmup.agent.cache.ValueLoader;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cache without nodes of its own to mark: what is put through its fence is kept in its record.
 */
public final class RecordedTarget implements CacheTarget {

  private final CacheTarget target;
  private final RecordedCache recorded;

  private RecordedTarget(CacheTarget target, RecordedCache recorded) {
    this.target = target;
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

  @Override
  public String name() {
    return target.name();
  }

  @Override
  public String kind() {
    return target.kind();
  }

  @Override
  public Object delegate() {
    return target.delegate();
  }

  @Override
  public boolean contains(Object key) {
    return target.contains(key);
  }

  @Override
  public boolean supportsTtl() {
    return target.supportsTtl();
  }

  @Override
  public FenceStrength fenceStrength() {
    FenceStrength own = target.fenceStrength();
    return own == FenceStrength.IF_ABSENT ? FenceStrength.WATCHED : own;
  }

  @Override
  public long size() {
    return target.size();
  }

  @Override
  public long evictedUnread() {
    return target.evictedUnread();
  }

  @Override
  public @Nullable Duration expiryAfterWrite() {
    return target.expiryAfterWrite();
  }

  @Override
  public boolean isShared() {
    return target.isShared();
  }

  @Override
  public @Nullable ValueLoader ownLoader() {
    return target.ownLoader();
  }

  @Override
  public Fence fence(List<?> keys) {
    return new WatchingFence(target, recorded, keys);
  }
}
