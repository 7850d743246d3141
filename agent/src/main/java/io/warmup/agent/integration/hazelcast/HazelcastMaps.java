package io.warmup.agent.integration.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheTarget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The maps of every Hazelcast member that runs in the application: those in use, and those that its
 * configuration names.
 */
public final class HazelcastMaps implements CacheLibrary {

  private final CacheHolders holders;

  /**
   * @param holders has the application's members
   */
  public HazelcastMaps(CacheHolders holders) {
    this.holders = holders;
  }

  /** A map comes to be when it is asked for, so one that nobody has named is not asked for. */
  @Override
  public Optional<CacheTarget> find(String name) {
    for (HazelcastInstance member : members()) {
      boolean known =
          member.getConfig().getMapConfigs().containsKey(name)
              || maps(member).stream().anyMatch(map -> map.getName().equals(name));
      if (known) {
        return Optional.of(new HazelcastTarget(member, member.getMap(name)).warmable());
      }
    }
    return Optional.empty();
  }

  @Override
  public Collection<CacheTarget> caches() {
    List<CacheTarget> caches = new ArrayList<>();
    for (HazelcastInstance member : members()) {
      for (IMap<?, ?> map : maps(member)) {
        caches.add(new HazelcastTarget(member, map));
      }
    }
    return caches;
  }

  /** Of several members in one JVM the first one is taken: what is put there all of them have. */
  @Override
  public Optional<CacheTarget> named(String name, Object nativeCache) {
    return nativeCache instanceof IMap<?, ?> map
        ? members().stream()
            .findFirst()
            .map(member -> (CacheTarget) new HazelcastTarget(member, map))
        : Optional.empty();
  }

  private List<HazelcastInstance> members() {
    return holders.of(HazelcastInstance.class).stream()
        .filter(member -> member.getLifecycleService().isRunning())
        .toList();
  }

  /** Hazelcast keeps its own under names that begin with two underscores. */
  private static List<IMap<?, ?>> maps(HazelcastInstance member) {
    List<IMap<?, ?>> maps = new ArrayList<>();
    member
        .getDistributedObjects()
        .forEach(
            each -> {
              if (each instanceof IMap<?, ?> map && !map.getName().startsWith("__")) {
                maps.add(map);
              }
            });
    return maps;
  }
}
