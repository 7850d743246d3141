package io.warmup.agent.integration.hazelcast;

import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MapStoreConfig;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutIfAbsent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A map to warm: "if absent" on whichever member has the key, with a time to live. */
final class HazelcastTarget implements CacheTarget {

  private final IMap<Object, Object> map;
  private final MapConfig configuration;

  @SuppressWarnings("unchecked")
  HazelcastTarget(HazelcastInstance member, IMap<?, ?> map) {
    this.map = (IMap<Object, Object>) map;
    this.configuration = member.getConfig().findMapConfig(map.getName());
  }

  @Override
  public String name() {
    return map.getName();
  }

  @Override
  public String kind() {
    return "hazelcast";
  }

  @Override
  public Object delegate() {
    return map;
  }

  /** With a map store an answer that had to be loaded looks like any other. */
  @Override
  public @Nullable Object recordedStore() {
    return hasMapStore() ? null : map;
  }

  @Override
  public boolean contains(Object key) {
    return map.containsKey(key);
  }

  @Override
  public boolean supportsTtl() {
    return true;
  }

  @Override
  public @Nullable Duration expiryAfterWrite() {
    int seconds = configuration.getTimeToLiveSeconds();
    return seconds <= 0 || seconds == Integer.MAX_VALUE ? null : Duration.ofSeconds(seconds);
  }

  @Override
  public FenceStrength fenceStrength() {
    return FenceStrength.IF_ABSENT;
  }

  @Override
  public long size() {
    return map.size();
  }

  /** Guarded as {@link #warmable} is. */
  @Override
  public Fence fence(List<?> keys) {
    warmable();
    return (PutIfAbsent) this::putIfAbsent;
  }

  /**
   * This.
   *
   * @throws IllegalStateException if what is put into the map goes on to the source: a warm-up must
   *     not write there
   */
  HazelcastTarget warmable() {
    if (hasMapStore()) {
      throw new IllegalStateException(
          "map '"
              + name()
              + "' has a map store: what is put into it would be written to its source, so it is"
              + " not warmed; initial-mode EAGER lets Hazelcast load it");
    }
    return this;
  }

  private boolean putIfAbsent(Object key, Object value, @Nullable Duration ttl) {
    Object present =
        ttl == null
            ? map.putIfAbsent(key, value)
            // 0 would be for ever.
            : map.putIfAbsent(key, value, Math.max(1, ttl.toMillis()), TimeUnit.MILLISECONDS);
    return present == null;
  }

  private boolean hasMapStore() {
    MapStoreConfig store = configuration.getMapStoreConfig();
    return store != null && store.isEnabled();
  }
}
