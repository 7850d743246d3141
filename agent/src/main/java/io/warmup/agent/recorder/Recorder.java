package io.warmup.agent.recorder;

import io.warmup.agent.bridge.WarmupAttached;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The caches the application has built, and what happens on their get path while the window is
 * open. Holds no cache: one that the application lets go of is forgotten. Thread-safe.
 */
public final class Recorder {

  private final BuildSite.Finder sites;
  private final Clock clock;
  private final Map<String, CacheObservation> departed = new ConcurrentHashMap<>();
  private final List<Runnable> beforeClosing = new CopyOnWriteArrayList<>();
  private final Demand demand = new Demand();
  private final KnownCaches caches = new KnownCaches(demand, this::remember);

  /**
   * A recorder that knows no cache yet.
   *
   * @param sites asked on the thread that builds a cache
   * @param clock for the times in observations
   */
  public Recorder(BuildSite.Finder sites, Clock clock) {
    this.sites = sites;
    this.clock = clock;
  }

  /**
   * A cache is built on this thread: it is named after the place, and left alone if that is another
   * cache library.
   *
   * @param kind its library, for people
   * @param cache as the application has it
   * @param store its library's own table behind it, which the get path's sites tell of
   */
  public void built(String kind, Object cache, Object store) {
    BuildSite.Builder builder = sites.here();
    if (builder != null) {
      caches.add(kind, builder, cache, store, StoredKeys.UNKNOWN);
    }
  }

  /**
   * A cache that was found otherwise: a framework's, a remote one, one that was there before.
   *
   * @param kind its library, for people
   * @param name what people call it; several of one name are numbered
   * @param cache as the application has it
   * @param store what the get path's sites tell of; may be the same
   * @param storedKeys looks at the store, if that has no nodes
   * @return its record; the one there is if the cache is known already
   */
  public synchronized RecordedCache found(
      String kind, String name, Object cache, Object store, StoredKeys storedKeys) {
    RecordedCache known = caches.ofStore(store);
    if (known != null) {
      known.adopt(cache, storedKeys);
      return known;
    }
    return caches.add(kind, builtSomewhere(new Named(name)), cache, store, storedKeys);
  }

  /**
   * The application is using a store on this thread that was there before the agent came. Until its
   * cache is found, the store stands for that.
   *
   * @param kind its library, for people
   * @param storedKeys looks at the store
   */
  public void met(String kind, Object store, StoredKeys storedKeys) {
    caches.add(kind, builtSomewhere(sites.using()), store, store, storedKeys);
  }

  private static BuildSite.Builder builtSomewhere(BuildSite site) {
    return new BuildSite.Builder(site, null);
  }

  /** A place that is nothing but a name. */
  private record Named(String name) implements BuildSite {}

  /** The caches alive, in order of creation. */
  public List<RecordedCache> caches() {
    return caches.alive();
  }

  /** What the caches alive can be found by. */
  public CacheNames names() {
    return new CacheNames(caches::alive);
  }

  /** The record of one of them. */
  public Optional<RecordedCache> find(Object cache) {
    return Optional.ofNullable(caches.find(cache));
  }

  /** The record of the cache that keeps its entries there. */
  Optional<RecordedCache> ofStore(Object store) {
    return Optional.ofNullable(caches.ofStore(store));
  }

  /** {@link #open(Object)} for who has this recorder to itself. */
  public void open() {
    open(this);
  }

  /**
   * Traffic opens: a window begins, for the caches there are and those to come. Whose cache is
   * whose is not known of all, so that the applications of one process share one record: it begins
   * with the first window that opens and goes on until the last one ends.
   *
   * @param owner whose window it is; one that has it open already begins anew, unless others have
   *     theirs open too
   */
  public void open(Object owner) {
    Instant now = clock.instant();
    if (demand.open(owner, now)) {
      departed.clear();
      for (RecordedCache cache : caches()) {
        cache.open();
      }
    }
  }

  /** Whether a window of this owner's is open. */
  public boolean isOpen(Object owner) {
    return demand.isOpen(owner);
  }

  /** {@link #tick(Object)} for who has this recorder to itself. */
  public void tick() {
    tick(this);
  }

  /**
   * Ends one interval of the timeline; call it each {@code observe.interval}. Of several windows'
   * the longest open one's count.
   */
  public void tick(Object owner) {
    Instant start = demand.opened();
    if (start != null && demand.isFirst(owner)) {
      Duration elapsed = Duration.between(start, clock.instant());
      caches.forEachPath(path -> path.tick(elapsed));
    }
  }

  /** What was seen so far, of the caches that were asked for anything or warmed; none before. */
  public List<CacheObservation> observe() {
    Instant start = demand.opened();
    if (start == null) {
      return List.of();
    }
    Duration elapsed = Duration.between(start, clock.instant());
    List<CacheObservation> observations = new ArrayList<>();
    for (RecordedCache cache : caches()) {
      CacheObservation observation = cache.observe(start, elapsed);
      if (observation != null && observation.isOfUse()) {
        observations.add(observation);
      }
    }
    observations.addAll(departed.values());
    return observations;
  }

  /**
   * The heap that the record of the get paths takes while the window is open, in bytes. The keys it
   * knows are the application's and are not in it, nor is the byte that each entry of a cache with
   * nodes has for its fate.
   *
   * @param sizeOf an object's own size, as {@code Instrumentation.getObjectSize} has it
   */
  public long heldBytes(ToLongFunction<Object> sizeOf) {
    LongAdder bytes = new LongAdder();
    caches.forEachPath(
        path -> path.parts((object, times) -> bytes.add(sizeOf.applyAsLong(object) * times)));
    return bytes.sum();
  }

  /** Since when windows have been open without a gap; null: none is. */
  public @Nullable Instant opened() {
    return demand.opened();
  }

  /**
   * What was counted since the window opened, in few steps and with no look at a key: caches of one
   * name together, those that are gone included. Nothing while no window is open.
   */
  public Collection<CacheCounts> counts() {
    Map<String, CacheCounts> counts = new LinkedHashMap<>();
    if (demand.opened() != null) {
      for (CacheObservation gone : departed().values()) {
        counts.merge(gone.cache(), gone.counts(), CacheCounts::plus);
      }
      for (RecordedCache cache : caches()) {
        GetPath path = cache.pathSoFar();
        if (path != null) {
          String name = cache.groupName();
          counts.merge(name, path.counts(name), CacheCounts::plus);
        }
      }
    }
    return counts.values();
  }

  /** Has something done each time just before a window ends. */
  public void beforeClosing(Runnable action) {
    beforeClosing.add(action);
  }

  /** What was seen of the caches that the application let go of, summed by build site. */
  public Map<String, CacheObservation> departed() {
    caches();
    return Map.copyOf(departed);
  }

  /** {@link #close(Object)} for who has this recorder to itself. */
  public void close() {
    close(this);
  }

  /**
   * An owner's window ends. With the last one the get path costs next to nothing again, but for the
   * caches that a run is warming. Observe before.
   */
  public void close(Object owner) {
    try {
      beforeClosing.forEach(Runnable::run);
    } finally {
      demand.close(owner);
      stopUnwanted();
    }
  }

  /**
   * What is warmed from here on is recorded, whether the window is open or not: a run begins, or a
   * window is to come that shall know what was warmed before. Ends with {@link #release}.
   */
  public void hold() {
    demand.hold();
  }

  /** Takes one {@link #hold} back; after the last one nothing is recorded without a window. */
  public void release() {
    demand.release();
    stopUnwanted();
  }

  private void stopUnwanted() {
    if (demand.isOver()) {
      WarmupAttached.discover(null);
    }
    caches.forEach(RecordedCache::stopUnlessWanted);
  }

  private void remember(RecordedCache cache) {
    GetPath path = cache.pathSoFar();
    Instant start = demand.opened();
    if (path != null && start != null) {
      Duration elapsed = Duration.between(start, clock.instant());
      String name = cache.groupName();
      CacheObservation last = path.departed(name, cache.kind(), start, elapsed);
      if (last.isOfUse()) {
        departed.merge(name, last, CacheObservation::plus);
      }
    }
  }
}
