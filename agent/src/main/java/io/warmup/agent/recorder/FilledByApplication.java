package io.warmup.agent.recorder;

import io.warmup.agent.bridge.WarmupFates;
import io.warmup.agent.bridge.WarmupFilling;
import io.warmup.agent.cache.CacheRegistry;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.FenceStrength;
import io.warmup.agent.cache.PutOutcome;
import io.warmup.agent.cache.ValueLoader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one run of a strategy warms that names no cache: whichever caches the application fills on
 * the loading thread while it is called. They are recorded from the first call on, and what is put
 * is in their own records; nothing goes through the fence.
 */
public final class FilledByApplication implements CacheTarget {

  /** Names more of them would not fit into a line. */
  private static final int NAMED = 3;

  private final Recorder recorder;
  private final Runnable look;
  private final UnaryOperator<String> names;
  private final Map<RecordedCache, Long> evictedBefore = new ConcurrentHashMap<>();
  private final Set<Integer> lookedFor = ConcurrentHashMap.newKeySet();

  /**
   * @param look has the recorder know the caches there are now, those of frameworks too
   * @param names a cache's name → what the operator calls it
   */
  public FilledByApplication(Recorder recorder, Runnable look, UnaryOperator<String> names) {
    this.recorder = recorder;
    this.look = look;
    this.names = names;
  }

  /** The caches filled so far. */
  @Override
  public String name() {
    List<String> filled =
        evictedBefore.keySet().stream().map(it -> names.apply(it.name())).sorted().toList();
    if (filled.isEmpty()) {
      return CacheRegistry.UNNAMED;
    }
    String first = filled.stream().limit(NAMED).collect(Collectors.joining(", "));
    int others = filled.size() - NAMED;
    return others > 0 ? first + " and " + others + " more" : first;
  }

  @Override
  public String kind() {
    return "any";
  }

  @Override
  public Object delegate() {
    throw new IllegalStateException(
        "caches that are filled " + CacheRegistry.UNNAMED + " are many");
  }

  /** Whoever calls the application finds that out. */
  @Override
  public boolean contains(Object key) {
    return false;
  }

  @Override
  public boolean supportsTtl() {
    return false;
  }

  @Override
  public FenceStrength fenceStrength() {
    return FenceStrength.NONE;
  }

  @Override
  public long size() {
    return -1;
  }

  @Override
  public long evictedUnread() {
    long evicted = 0;
    for (Map.Entry<RecordedCache, Long> filled : evictedBefore.entrySet()) {
      evicted += evictedUnread(filled.getKey()) - filled.getValue();
    }
    return evicted;
  }

  @Override
  public Fence fence(List<?> keys) {
    return new Fence() {
      @Override
      public PutOutcome put(Object key, Object value, @Nullable Duration ttl) {
        return ((Answer) value).outcome();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public ValueLoader watching(ValueLoader calls) {
    lookForCaches();
    recorder.caches().forEach(RecordedCache::record);
    return new FillingCalls(calls, this::entered);
  }

  private void met(Object store) {
    if (lookedFor.add(System.identityHashCode(store))) {
      lookForCaches();
    }
    recorder.ofStore(store).ifPresent(RecordedCache::record);
  }

  /** A framework that cannot tell its caches leaves those that it can tell. */
  private void lookForCaches() {
    try {
      look.run();
    } catch (RuntimeException | LinkageError e) {
      // What is filled and not known is not counted.
    }
  }

  /** Ends a call; gives how many entries it put. */
  private int entered(WarmupFilling filling) {
    List<Object> stores = filling.end(this::met);
    for (Object store : stores) {
      recorder
          .ofStore(store)
          .ifPresent(it -> evictedBefore.computeIfAbsent(it, FilledByApplication::evictedUnread));
    }
    return stores.size();
  }

  private static long evictedUnread(RecordedCache cache) {
    return cache.record().fates().counts()[WarmupFates.EVICTED];
  }
}
