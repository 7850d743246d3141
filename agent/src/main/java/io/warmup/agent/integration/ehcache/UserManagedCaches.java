package io.warmup.agent.integration.ehcache;

import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.recorder.RecordedCache;
import io.warmup.agent.recorder.Recorder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ehcache.Status;
import org.ehcache.UserManagedCache;

/**
 * The Ehcaches that the application has built without a manager ({@code UserManagedCacheBuilder}),
 * by the names of their build sites, from when they are available on.
 */
public final class UserManagedCaches implements CacheLibrary {

  private final CacheHolders holders;
  private final Recorder recorder;

  /**
   * @param holders has the caches: each is its own
   * @param recorder knows who has built them
   */
  public UserManagedCaches(CacheHolders holders, Recorder recorder) {
    this.holders = holders;
    this.recorder = recorder;
  }

  @Override
  public Optional<CacheTarget> find(String name) {
    return warmable(recorder.names().called(name, getClass().getClassLoader()));
  }

  @Override
  public Optional<CacheTarget> builtFor(String argument) {
    return warmable(recorder.names().builtFor(argument, getClass().getClassLoader()));
  }

  private Optional<CacheTarget> warmable(List<RecordedCache> meant) {
    return targets(meant).findFirst().map(EhcacheTarget::warmable);
  }

  @Override
  public Collection<CacheTarget> caches() {
    return targets(recorder.caches()).<CacheTarget>map(target -> target).toList();
  }

  /** {@link EhcacheCaches} does that for any Ehcache. */
  @Override
  public Optional<CacheTarget> named(String name, Object nativeCache) {
    return Optional.empty();
  }

  private Stream<EhcacheTarget> targets(List<RecordedCache> candidates) {
    List<?> own = holders.of(UserManagedCache.class);
    return candidates.stream()
        .flatMap(
            recorded -> {
              Object cache = recorded.cache();
              return own.stream().anyMatch(each -> each == cache)
                      && ((UserManagedCache<?, ?>) cache).getStatus() == Status.AVAILABLE
                  ? EhcacheTarget.of(recorded.name(), cache).stream()
                  : Stream.empty();
            });
  }
}
