package io.warmup.agent.recorder;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The caches that the application has built, each with its record and its name. Holds none of them:
 * one that the application lets go of is forgotten. Thread-safe.
 */
final class KnownCaches {

  /** Of more caches than these the keys are not looked at: they take 5 KB and more each. */
  private static final int WITH_KEYS = 256;

  private final Demand demand;
  private final Consumer<RecordedCache> forgotten;
  private final Set<RecordedCache> caches = ConcurrentHashMap.newKeySet();
  private final Map<BuildSite, Place> places = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final AtomicInteger numbers = new AtomicInteger();

  /**
   * @param forgotten told once of each cache that the application has let go of, on whatever thread
   *     finds that out
   */
  KnownCaches(Demand demand, Consumer<RecordedCache> forgotten) {
    this.demand = demand;
    this.forgotten = forgotten;
  }

  /**
   * One more.
   *
   * @param kind its library, for people
   * @param store its library's own table behind it; may be the same
   */
  RecordedCache add(
      String kind, BuildSite.Builder builder, Object cache, Object store, StoredKeys storedKeys) {
    forgetCollected();
    Place place = places.computeIfAbsent(builder.site(), Place::new);
    RecordedCache recorded =
        new RecordedCache(
            numbers.incrementAndGet(),
            kind,
            builder,
            place.next(builder.argument()),
            cache,
            store,
            storedKeys,
            caches.size() < WITH_KEYS,
            demand,
            collected);
    caches.add(recorded);
    recorded.open();
    return recorded;
  }

  /** The one that keeps its entries there; null: it is not known. */
  @Nullable RecordedCache ofStore(Object store) {
    for (RecordedCache cache : caches) {
      if (cache.isOf(store)) {
        return cache;
      }
    }
    return null;
  }

  /** The record of one of them; null: it has none. */
  @Nullable RecordedCache find(Object cache) {
    for (RecordedCache recorded : caches) {
      if (recorded.cache() == cache) {
        return recorded;
      }
    }
    return null;
  }

  /** In order of creation. */
  List<RecordedCache> alive() {
    return alive(every -> true);
  }

  /** Those of them, in order of creation; there may be ten thousand others. */
  List<RecordedCache> alive(Predicate<RecordedCache> wanted) {
    forgetCollected();
    List<RecordedCache> alive = new ArrayList<>();
    for (RecordedCache cache : caches) {
      if (cache.isCollected()) {
        forget(cache); // the queue learns of it a moment later
      } else if (cache.cache() != null && wanted.test(cache)) {
        alive.add(cache);
      }
    }
    alive.sort(Comparator.comparingInt(RecordedCache::number));
    return alive;
  }

  /** In no order, collected ones among them. */
  void forEach(Consumer<RecordedCache> action) {
    caches.forEach(action);
  }

  /** Each record that there is. */
  void forEachPath(Consumer<GetPath> action) {
    for (RecordedCache cache : caches) {
      GetPath path = cache.pathSoFar();
      if (path != null) {
        action.accept(path);
      }
    }
  }

  private void forgetCollected() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      forget(((RecordedCache.StoreReference) gone).owner);
    }
  }

  private void forget(RecordedCache cache) {
    if (caches.remove(cache)) {
      forgotten.accept(cache);
    }
  }
}
