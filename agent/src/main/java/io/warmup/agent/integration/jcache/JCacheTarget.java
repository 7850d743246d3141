package io.warmup.agent.integration.jcache;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutIfAbsent;
import io.warmup.agent.cache.ValueLoader;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import javax.cache.Cache;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Configuration;
import javax.cache.expiry.CreatedExpiryPolicy;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.ModifiedExpiryPolicy;
import org.jspecify.annotations.Nullable;

/**
 * A JCache to warm, with what its interface can promise: "if absent", and its own expiry policy;
 * Hazelcast's takes one for each entry.
 */
final class JCacheTarget implements CacheTarget {

  /**
   * They are in this JVM, and their gets are recorded: they load on the thread that gets, where
   * that can be told.
   */
  private static final Set<String> TELLING_LOADS =
      Set.of(
          "org.ehcache.jsr107.Eh107Cache",
          "com.github.benmanes.caffeine.jcache.CacheProxy",
          "com.github.benmanes.caffeine.jcache.LoadingCacheProxy");

  /** Their gets are recorded, but an answer they had to load looks like any other. */
  private static final Set<String> TELLING_ANSWERS =
      Set.of(
          "com.hazelcast.cache.impl.CacheProxy",
          "com.hazelcast.client.cache.impl.ClientCacheProxy",
          "com.hazelcast.client.cache.impl.nearcache.NearCachedClientCacheProxy",
          "org.infinispan.jcache.embedded.JCache",
          "org.redisson.jcache.JCache");

  private final Cache<Object, Object> cache;
  private final @Nullable CompleteConfiguration<?, ?> configuration;

  JCacheTarget(Cache<Object, Object> cache) {
    this.cache = cache;
    this.configuration = configuration(cache);
  }

  @SuppressWarnings("unchecked")
  private static @Nullable CompleteConfiguration<?, ?> configuration(Cache<Object, Object> cache) {
    Configuration<?, ?> known = cache.getConfiguration(Configuration.class);
    return known instanceof CompleteConfiguration<?, ?> complete ? complete : null;
  }

  @Override
  public String name() {
    return cache.getName();
  }

  @Override
  public String kind() {
    return "jcache " + cache.getClass().getSimpleName();
  }

  @Override
  public Object delegate() {
    return cache;
  }

  @Override
  public @Nullable Object recordedStore() {
    String provider = cache.getClass().getName();
    boolean readsThrough = configuration != null && configuration.isReadThrough();
    return TELLING_LOADS.contains(provider) || TELLING_ANSWERS.contains(provider) && !readsThrough
        ? cache
        : null;
  }

  @Override
  public @Nullable BiPredicate<Object, Object> stillHolds() {
    return TELLING_LOADS.contains(cache.getClass().getName())
        ? (store, key) -> untyped(store).containsKey(key)
        : null;
  }

  @SuppressWarnings("unchecked")
  private static Cache<Object, Object> untyped(Object store) {
    return (Cache<Object, Object>) store;
  }

  @Override
  public boolean contains(Object key) {
    return cache.containsKey(key);
  }

  @Override
  public boolean supportsTtl() {
    return HazelcastPut.isPossible(cache);
  }

  @Override
  public @Nullable Duration expiryAfterWrite() {
    if (configuration == null || configuration.getExpiryPolicyFactory() == null) {
      return null;
    }
    ExpiryPolicy policy = configuration.getExpiryPolicyFactory().create();
    boolean sinceWrite =
        policy instanceof CreatedExpiryPolicy || policy instanceof ModifiedExpiryPolicy;
    javax.cache.expiry.Duration life = sinceWrite ? policy.getExpiryForCreation() : null;
    return life == null || life.isEternal()
        ? null
        : Duration.of(life.getDurationAmount(), life.getTimeUnit().toChronoUnit());
  }

  @Override
  public FenceStrength fenceStrength() {
    return FenceStrength.IF_ABSENT;
  }

  @Override
  public @Nullable ValueLoader ownLoader() {
    return configuration == null ? null : OwnLoader.of(configuration);
  }

  @Override
  public long size() {
    return -1;
  }

  /** Guarded as {@link #warmable} is. */
  @Override
  public Fence fence(List<?> keys) {
    warmable();
    return (PutIfAbsent) this::putIfAbsent;
  }

  private boolean putIfAbsent(Object key, Object value, @Nullable Duration ttl) {
    return ttl == null
        ? cache.putIfAbsent(key, value)
        : HazelcastPut.putIfAbsent(cache, key, value, ttl);
  }

  /**
   * This.
   *
   * @throws IllegalStateException if what is put into the cache goes on to the source: a warm-up
   *     must not write there
   */
  JCacheTarget warmable() {
    if (configuration != null && configuration.isWriteThrough()) {
      throw new IllegalStateException(
          "cache '"
              + name()
              + "' writes through: what is put into it would be written to its source, so it is"
              + " not warmed");
    }
    return this;
  }
}
