package io.warmup.agent.instrument.caffeine;

import io.warmup.agent.bridge.WarmupBuilds;
import io.warmup.agent.bridge.WarmupGets;
import io.warmup.agent.bridge.WarmupNode;
import io.warmup.agent.bridge.WarmupSites;
import io.warmup.agent.bridge.WarmupStore;
import io.warmup.agent.bridge.WarmupView;
import io.warmup.agent.bridge.WarmupWrites;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Internal names of one copy of Caffeine.
 *
 * @param prefix of its classes, ending with a slash; another than Caffeine's own where a library
 *     carries a relocated copy
 */
record CaffeineNames(String prefix) {

  static final String GETS = internalName(WarmupGets.class);
  static final String SITES = internalName(WarmupSites.class);
  static final String WRITES = internalName(WarmupWrites.class);
  static final String STORE = internalName(WarmupStore.class);
  static final String VIEW = internalName(WarmupView.class);
  static final String NODE = internalName(WarmupNode.class);
  static final String BUILDS = internalName(WarmupBuilds.class);

  /** The fields on a store, and the one on a node. */
  static final String GETS_FIELD = "warmupGets";

  static final String SLOTS_FIELD = "warmupSlots";

  static final String FLAG_FIELD = "warmupFlag";

  /** What an entry's accessors to the queue it is in end with. */
  static final String QUEUE_TYPE = "QueueType";

  /** Every class that is rewritten. */
  Set<String> targets() {
    Set<String> targets = queued();
    targets.addAll(countingForAStore());
    targets.add(builder());
    targets.add(bounded());
    targets.add(unbounded());
    targets.add(node());
    targets.add(localCache());
    return targets;
  }

  String builder() {
    return prefix + "Caffeine";
  }

  String bounded() {
    return prefix + "BoundedLocalCache";
  }

  String unbounded() {
    return prefix + "UnboundedLocalCache";
  }

  String node() {
    return prefix + "Node";
  }

  /**
   * The classes of entries that are in queues, by what they have: a strong or a collected key, a
   * strong, soft or weak value, times of access, write and refresh, a weight or only a count (the
   * library's {@code NodeFactory.getClassName}, 2.9.3 to 3.3.1).
   */
  Set<String> queued() {
    Set<String> classes = new HashSet<>();
    for (String key : List.of("P", "F")) {
      for (String value : List.of("S", "D", "W")) {
        for (String times : List.of("", "A", "W", "R", "AW", "AR", "WR", "AWR")) {
          classes.add(prefix + key + value + times + "MS");
          classes.add(prefix + key + value + times + "MW");
        }
      }
    }
    return classes;
  }

  private Set<String> countingForAStore() {
    return Set.of(
        prefix + "LocalAsyncCache",
        prefix + "LocalAsyncCache$AbstractCacheView",
        prefix + "LocalAsyncCache$AsMapView",
        prefix + "LocalAsyncCache$AsyncAsMapView",
        prefix + "LocalLoadingCache");
  }

  String localCache() {
    return prefix + "LocalCache";
  }

  String statsCounter() {
    return prefix + "stats/StatsCounter";
  }

  String type(String name) {
    return "L" + prefix + name + ";";
  }

  private static String internalName(Class<?> bridge) {
    return bridge.getName().replace('.', '/');
  }
}
