package io.warmup.agent;

import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.cache.CacheTarget;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The caches that were built before the agent came: one is known when the application uses it next,
 * so the warm-up, which holds nothing back, waits for that.
 */
final class CachesToCome implements CacheSource {

  private static final long LOOK_EVERY_MILLIS = 50;

  private final List<? extends CacheSource> sources;
  private final Duration patience;

  /**
   * @param sources where they will be
   * @param patience how long one is waited for
   */
  CachesToCome(List<? extends CacheSource> sources, Duration patience) {
    this.sources = List.copyOf(sources);
    this.patience = patience;
  }

  @Override
  public Optional<CacheTarget> find(String name) {
    long begun = System.nanoTime();
    Optional<CacheTarget> found = look(name);
    try {
      while (found.isEmpty() && System.nanoTime() - begun < patience.toNanos()) {
        Thread.sleep(LOOK_EVERY_MILLIS);
        found = look(name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return found;
  }

  private Optional<CacheTarget> look(String name) {
    return sources.stream().flatMap(source -> source.find(name).stream()).findFirst();
  }

  @Override
  public Collection<CacheTarget> caches() {
    return List.of();
  }
}
