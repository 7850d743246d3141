package io.warmup.agent.recorder;

import io.warmup.agent.bridge.WarmupAttached;
import io.warmup.agent.bridge.WarmupFates;
import io.warmup.agent.bridge.WarmupGets;
import io.warmup.agent.bridge.WarmupNode;
import io.warmup.agent.bridge.WarmupStore;
import io.warmup.agent.cache.Trial;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cache the application has built, known without its library's types: there may be several copies
 * of the library in one process. Holds neither the cache nor its store. Thread-safe.
 */
public final class RecordedCache {

  private final int number;
  private final String kind;
  private final @Nullable BuildSite owner;
  private final WeakReference<@Nullable ClassLoader> builder;
  private volatile StoredKeys storedKeys;
  private final StoreReference store;
  private final boolean withKeys;
  private final Demand demand;
  private volatile CacheName builtName;
  private volatile WeakReference<Object> cache;
  private volatile @Nullable String frameworkName;

  // Guarded by this.
  private @Nullable GetPath path;
  private boolean recordedBefore;

  /** By a run, since it is recorded. */
  private boolean warmed;

  /**
   * @param number in order of creation
   * @param kind its library, for people
   * @param builtName after the place that has built it
   * @param storedKeys for a store without nodes
   * @param withKeys whether to look at its keys too
   * @param demand for how long it is recorded
   */
  RecordedCache(
      int number,
      String kind,
      BuildSite.Builder builder,
      CacheName builtName,
      Object cache,
      Object store,
      StoredKeys storedKeys,
      boolean withKeys,
      Demand demand,
      ReferenceQueue<Object> collected) {
    this.number = number;
    this.kind = kind;
    this.builtName = builtName;
    this.owner = builder.owner();
    this.builder = new WeakReference<>(builder.loader());
    this.storedKeys = storedKeys;
    this.withKeys = withKeys;
    this.demand = demand;
    this.cache = new WeakReference<>(cache);
    this.store = new StoreReference(store, this, collected);
  }

  /** A framework's if it has one, else after the place that has built it. */
  public String name() {
    String given = frameworkName;
    return given != null ? given : builtName.text();
  }

  /** Whether somebody may mean it by a name. */
  boolean answersTo(String name) {
    return name.equals(frameworkName)
        || (frameworkName == null && builtName.answersTo(name))
        || name.equals(ownersField());
  }

  /** It is observed from here on, under the name that it has now, if the window is open. */
  synchronized void open() {
    // Under the lock that stopping takes: a window that closes meanwhile stops it after this.
    if (demand.opened() != null) {
      builtName = builtName.settled();
      path().open(store());
    }
  }

  /** What it was built for, unless a framework has given it a name; null: nothing is known. */
  @Nullable String builtFor() {
    return isFrameworks() ? null : builtName.argument();
  }

  /**
   * Whether an application's own classes built it.
   *
   * @param adapters the loader of its adapters, a child of its own
   */
  boolean isBuiltBy(ClassLoader adapters) {
    ClassLoader loader = builder.get();
    return loader != null && (loader == adapters || loader == adapters.getParent());
  }

  boolean isOf(Object known) {
    return store.get() == known;
  }

  boolean isCollected() {
    return store.get() == null;
  }

  /** The cache of a store that was met first, and how that is looked at. */
  void adopt(Object found, StoredKeys keys) {
    if (cache.get() != found) {
      cache = new WeakReference<>(found);
    }
    if (storedKeys == StoredKeys.UNKNOWN) {
      storedKeys = keys;
    }
  }

  /** Its library, for people: {@code caffeine}. */
  public String kind() {
    return kind;
  }

  /** A framework keeps the cache under a name of its own. */
  public void rename(String name) {
    frameworkName = name;
  }

  /** Whether one does. */
  public boolean isFrameworks() {
    return frameworkName != null;
  }

  /** The cache as the application has it; null once that has let go of it. */
  public @Nullable Object cache() {
    return cache.get();
  }

  /**
   * Its store; null once it is collected, or where its class could not be instrumented as it
   * loaded.
   */
  public @Nullable WarmupStore store() {
    return Instrumented.store(store.get());
  }

  /**
   * What is counted of its get path, for a run that is to warm it; begins with the first call. A
   * load that comes back after its run is over gets one that has ended, whose fences let nothing
   * through: nobody tells of writes any more.
   */
  public WarmupGets record() {
    return warming().gets();
  }

  /** Compares keys left cold with warmed ones; null where its keys are not looked at. */
  public @Nullable Trial trial() {
    return warming().firstTouches();
  }

  private synchronized GetPath warming() {
    if (demand.isOver()) {
      GetPath ended = new GetPath(false);
      ended.gets().watch().end();
      return ended;
    }
    warmed = true;
    return path();
  }

  /** What was seen of it since the window opened; null if nothing is recorded. */
  @Nullable CacheObservation observe(Instant opened, Duration elapsed) {
    GetPath current = pathSoFar();
    return current == null
        ? null
        : current.observe(name(), kind, opened, elapsed, store(), this::standing);
  }

  private StoredKeys.Standing standing(Object key) {
    Object alive = store.get();
    if (alive == null) {
      return StoredKeys.Standing.THERE;
    }
    try {
      return storedKeys.of(alive, key);
    } catch (Throwable e) {
      return StoredKeys.Standing.THERE;
    }
  }

  int number() {
    return number;
  }

  /** Where the application built it; caches built at one place are called by it together. */
  public String builtAt() {
    return place().site().name();
  }

  /**
   * The field that the object ends in whose constructor has built it, which tells it apart from
   * others of its place; null if there is none.
   */
  @Nullable String ownersField() {
    return owner == null ? null : owner.field();
  }

  Place place() {
    return builtName.place();
  }

  /** The name it shares with those that are built again and again at its place. */
  String groupName() {
    String given = frameworkName;
    return given != null ? given : builtName.group();
  }

  private GetPath path() {
    GetPath current = path;
    if (current == null) {
      current = new GetPath(withKeys);
      path = current;
      WarmupStore instrumented = store();
      if (instrumented != null) {
        if (recordedBefore) {
          forgetFlags(instrumented);
        }
        recordedBefore = true;
        current.gets().begin(instrumented);
      } else {
        attach(current.gets());
      }
    }
    return current;
  }

  /** What an earlier record said of its entries would be counted as this one's. */
  private static void forgetFlags(WarmupStore store) {
    if (store.warmupHasNodes()) {
      for (Object node : store.warmupTable().values()) {
        WarmupFates.take((WarmupNode) node);
      }
    }
  }

  synchronized @Nullable GetPath pathSoFar() {
    return path;
  }

  /** Nothing of the get path is recorded from here on, unless the window or a run needs it. */
  synchronized void stopUnlessWanted() {
    GetPath current = path;
    if (current == null || demand.opened() != null || (warmed && !demand.isOver())) {
      return;
    }
    // First no put, then no news of writes: a fence may be open still.
    current.gets().watch().end();
    path = null;
    warmed = false;
    WarmupStore instrumented = store();
    if (instrumented != null) {
      current.gets().end(instrumented);
    } else {
      attach(null);
    }
  }

  private void attach(@Nullable WarmupGets gets) {
    Object loadedBefore = store.get();
    if (loadedBefore != null && !(loadedBefore instanceof WarmupStore)) {
      WarmupAttached.record(loadedBefore, gets);
    }
  }

  /** Leads from a collected store back to its record. */
  static final class StoreReference extends WeakReference<Object> {
    final RecordedCache owner;

    StoreReference(Object store, RecordedCache owner, ReferenceQueue<Object> collected) {
      super(store, collected);
      this.owner = owner;
    }
  }
}
