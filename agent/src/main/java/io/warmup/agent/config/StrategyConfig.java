package io.warmup.agent.config;

import io.warmup.api.Settings;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One strategy's section of the file with the defaults filled in.
 *
 * @param enabled false: found, but never run
 * @param cache the cache to warm; null: as the strategy says
 * @param concurrency loads in flight
 * @param batchSize keys a load, at least 1
 * @param rate keys a second before traffic opens; 0: unlimited
 * @param backgroundRate keys a second once traffic is open; 0: as {@code rate}
 * @param retries further tries of a failed load
 * @param timeout bound on one run of this strategy; null: none but the gate's
 * @param loadTimeout after which one load is abandoned and counted as failed
 * @param ttl life of a warmed entry; null: as the strategy says
 * @param ttlJitter by how much of itself each ttl is varied either way, 0..1
 * @param priority wins over the strategy's own; null: as the strategy says
 * @param after strategies that must have ended before this one starts
 * @param onlyMissing skip keys that are in the cache already
 * @param limit at most so many keys; 0: all
 * @param schedule cron expressions (five fields) and {@code every 30m}
 * @param timeZone the time zone of {@code schedule}; null: the JVM's
 * @param giveUpAfter failed loads in a row after which the strategy is given up; 0: never
 * @param scope who warms it
 * @param settings handed to the strategy
 */
public record StrategyConfig(
    boolean enabled,
    @Nullable String cache,
    Concurrency concurrency,
    int batchSize,
    double rate,
    double backgroundRate,
    int retries,
    @Nullable Duration timeout,
    Duration loadTimeout,
    @Nullable Duration ttl,
    double ttlJitter,
    @Nullable Integer priority,
    List<String> after,
    boolean onlyMissing,
    long limit,
    List<String> schedule,
    @Nullable ZoneId timeZone,
    int giveUpAfter,
    Scope scope,
    Settings settings) {

  /** Who warms the strategy's cache. */
  public enum Scope {
    /** Each instance its own. */
    INSTANCE,
    /** One instance for all that share the cache. */
    FLEET
  }
}
