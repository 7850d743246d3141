package io.warmup.agent.cache;

import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What stands around a cache, and is that cache in all that it does not say otherwise. */
public abstract class ForwardingTarget implements CacheTarget {

  private final CacheTarget target;

  /**
   * @param target what it stands around
   */
  protected ForwardingTarget(CacheTarget target) {
    this.target = target;
  }

  /** What it stands around. */
  public final CacheTarget target() {
    return target;
  }

  @Override
  public final String name() {
    return target.name();
  }

  @Override
  public final String kind() {
    return target.kind();
  }

  @Override
  public final Object delegate() {
    return target.delegate();
  }

  @Override
  public boolean contains(Object key) {
    return target.contains(key);
  }

  @Override
  public final boolean supportsTtl() {
    return target.supportsTtl();
  }

  @Override
  public Fence fence(List<?> keys) {
    return target.fence(keys);
  }

  @Override
  public FenceStrength fenceStrength() {
    return target.fenceStrength();
  }

  @Override
  public @Nullable Object recordedStore() {
    return target.recordedStore();
  }

  @Override
  public @Nullable BiPredicate<Object, Object> stillHolds() {
    return target.stillHolds();
  }

  @Override
  public final long evictedUnread() {
    return target.evictedUnread();
  }

  @Override
  public final @Nullable Duration expiryAfterWrite() {
    return target.expiryAfterWrite();
  }

  @Override
  public @Nullable Trial trial() {
    return target.trial();
  }

  @Override
  public @Nullable ValueLoader ownLoader() {
    return target.ownLoader();
  }

  @Override
  public final boolean isShared() {
    return target.isShared();
  }

  @Override
  public final @Nullable ValueLoader watching(ValueLoader calls) {
    return target.watching(calls);
  }

  @Override
  public final long size() {
    return target.size();
  }
}
