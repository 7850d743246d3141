package io.warmup.api;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Policy for one cache, or for a part of the application that fills its own: which keys to load
 * before traffic, from where, how important.
 *
 * <p>Found by {@link java.util.ServiceLoader} in the strategy jars and on the application's class
 * path; it needs a public no-argument constructor. One instance serves all runs of one application.
 * {@link #initialize} is called once, before anything else; {@link #loadData} and {@link
 * #loadBatch} are called by several threads at once and must be thread-safe; the other methods are
 * called by one thread at a time. While any of them runs, the thread's context class loader is the
 * strategy's own.
 *
 * <p>Whatever a strategy throws is counted and reported; it never reaches the application.
 *
 * @param <K> the cache's key type, equal (in the sense of {@link Object#equals}) to the keys the
 *     application looks up
 * @param <V> the cache's value type
 */
public interface CacheWarmupStrategy<K, V> {

  /**
   * Hands over the application and this strategy's settings.
   *
   * @param context valid for the life of the strategy
   * @throws Exception if the strategy cannot work; it is then left out of every run and reported
   */
  default void initialize(WarmupContext context) throws Exception {}

  /**
   * The keys worth loading, most valuable first: when time runs out, the tail is what is left cold.
   *
   * <p>Make it lazy: the agent pulls a batch at a time and closes the stream whatever happens, so a
   * cursor over ten million rows needs the memory of one batch. A stream that knows its size gives
   * a percentage in the progress line.
   *
   * @return a new stream at each call, sequential, without null elements
   * @throws Exception if the keys cannot be listed; the run of this strategy then ends as failed
   */
  Stream<K> getKeysToWarmup() throws Exception;

  /**
   * Loads one value, as fresh as the application itself would.
   *
   * @param key one of {@link #getKeysToWarmup}
   * @return the value, or null if the source has none: the key then counts as absent, and nothing
   *     is put
   * @throws Exception if the load failed; it is retried as configured, then counted as failed
   */
  @Nullable V loadData(K key) throws Exception;

  /**
   * Loads several values at once. Override it where the source has a bulk query; the default asks
   * for them one by one.
   *
   * @param keys at most {@code batch-size} keys, distinct as they came from the stream,
   *     unmodifiable
   * @return the values found; a key that is missing in the map, or mapped to null, is absent
   * @throws Exception if the batch failed; it is retried as configured, then all its keys count as
   *     failed
   */
  default Map<K, @Nullable V> loadBatch(List<K> keys) throws Exception {
    Map<K, @Nullable V> values = new LinkedHashMap<>();
    for (K key : keys) {
      values.put(key, loadData(key));
    }
    return values;
  }

  /**
   * Where this strategy stands among the others.
   *
   * @return any number, higher first; strategies of equal priority run together
   */
  default int getPriority() {
    return 0;
  }

  /**
   * The name by which the configuration file, the reports and the operators know this strategy.
   *
   * @return a name, unique among the strategies of an application; by default the simple class name
   */
  default String getName() {
    return getClass().getSimpleName();
  }

  /**
   * The cache to warm, by the name the agent knows it by ({@code strategies.<name>.cache} in the
   * file wins over this).
   *
   * <p>A strategy that names none calls the application, which fills its caches itself: what {@link
   * #loadData} or {@link #loadBatch} puts into any known cache on the calling thread counts as
   * warmed, and what it returns is put nowhere. A key is then warmed if at least one entry was put,
   * absent if none was and null came back, and there already otherwise.
   *
   * @return a cache name; null or empty: whichever caches the application fills
   */
  @Nullable String getCacheName();

  /**
   * How long a warmed entry lives, where the cache can set that per entry ({@code ttl} in the file
   * wins over this).
   *
   * @return a positive duration, or null to leave expiry to the cache
   */
  default @Nullable Duration getTtl() {
    return null;
  }
}
