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
import net.bytebuddy.jar.asm.Type;

/**
 * Internal names of one copy of Caffeine.
 *
 * @param prefix of its classes, ending with a slash; another than Caffeine's own where a library
 *     carries a relocated copy
 */
record CaffeineNames(String prefix) {

  static final String GETS = Type.getInternalName(WarmupGets.class);
  static final String SITES = Type.getInternalName(WarmupSites.class);
  static final String WRITES = Type.getInternalName(WarmupWrites.class);
  static final String STORE = Type.getInternalName(WarmupStore.class);
  static final String VIEW = Type.getInternalName(WarmupView.class);
  static final String NODE = Type.getInternalName(WarmupNode.class);
  static final String BUILDS = Type.getInternalName(WarmupBuilds.class);

  /** The fields on a store, and the one on a node. */
  static final String GETS_FIELD = "warmupGets";

  static final String SLOTS_FIELD = "warmupSlots";

  static final String FLAG_FIELD = "warmupFlag";

  /** What an entry's accessors to the queue it is in end with. */
  static final String QUEUE_TYPE = "QueueType";

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

  String localCache() {
    return prefix + "LocalCache";
  }

  String statsCounter() {
    return prefix + "stats/StatsCounter";
  }

  String type(String name) {
    return "L" + prefix + name + ";";
  }
}
