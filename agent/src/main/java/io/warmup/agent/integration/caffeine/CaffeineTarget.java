package io.warmup.agent.integration.caffeine;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Policy;
import io.warmup.agent.bridge.WarmupFates;
import io.warmup.agent.bridge.WarmupStore;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.Trial;
import io.warmup.agent.cache.ValueLoader;
import io.warmup.agent.recorder.RecordedCache;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A Caffeine cache to warm: manual or loading, synchronous or not. */
final class CaffeineTarget implements CacheTarget {

  private final String name;
  private final String kind;
  private final RecordedCache recorded;
  private final WeakReference<Object> delegate;
  private final WeakReference<Cache<Object, Object>> view;
  private final UnaryOperator<Object> asStored;

  private CaffeineTarget(
      String name,
      String kind,
      RecordedCache recorded,
      Object delegate,
      Cache<?, ?> view,
      UnaryOperator<Object> asStored) {
    this.name = name;
    this.kind = kind;
    this.recorded = recorded;
    this.delegate = new WeakReference<>(delegate);
    @SuppressWarnings("unchecked")
    Cache<Object, Object> untyped = (Cache<Object, Object>) view;
    this.view = new WeakReference<>(untyped);
    this.asStored = asStored;
  }

  static CaffeineTarget of(String name, RecordedCache recorded, Cache<?, ?> cache) {
    return new CaffeineTarget(name, "caffeine", recorded, cache, cache, UnaryOperator.identity());
  }

  static CaffeineTarget of(String name, RecordedCache recorded, AsyncCache<?, ?> cache) {
    return new CaffeineTarget(
        name,
        "caffeine async",
        recorded,
        cache,
        cache.synchronous(),
        CompletableFuture::completedFuture);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Object delegate() {
    return alive(delegate);
  }

  @Override
  public boolean contains(Object key) {
    return policy().getIfPresentQuietly(key) != null;
  }

  @Override
  public boolean supportsTtl() {
    return variableExpiry().isPresent();
  }

  @Override
  public FenceStrength fenceStrength() {
    return recorded.store() == null ? FenceStrength.IF_ABSENT : FenceStrength.EXACT;
  }

  @Override
  public Fence fence(List<?> keys) {
    WarmupStore store = recorded.store();
    Policy.VarExpiration<Object, Object> expiry = variableExpiry().orElse(null);
    return store == null
        ? new IfAbsentFence(alive(view), recorded.record(), expiry)
        : new ExactFence(store, recorded.record(), asStored, expiry, keys);
  }

  @Override
  public @Nullable ValueLoader ownLoader() {
    return OwnLoader.of(alive(delegate));
  }

  @Override
  public long size() {
    return alive(view).estimatedSize();
  }

  @Override
  public long evictedUnread() {
    return recorded.record().fates().counts()[WarmupFates.EVICTED];
  }

  @Override
  public @Nullable Duration expiryAfterWrite() {
    // typed as what both versions have: a method reference would name Caffeine 3's type
    Optional<?> fixed = policy().expireAfterWrite();
    return fixed.isPresent() ? FixedExpiry.of(fixed.get()) : null;
  }

  @Override
  public @Nullable Trial trial() {
    return recorded.trial();
  }

  private Optional<Policy.VarExpiration<Object, Object>> variableExpiry() {
    return policy().expireVariably();
  }

  private Policy<Object, Object> policy() {
    return alive(view).policy();
  }

  private <T> T alive(WeakReference<T> reference) {
    @Nullable T cache = reference.get();
    if (cache == null) {
      throw new IllegalStateException("cache " + name + " is gone: the application let go of it");
    }
    return cache;
  }
}
