package io.warmup.api;

import java.time.Duration;

/**
 * What one run of one strategy did. Every key pulled from the stream ends in exactly one of the
 * counts, so {@link #done} is their sum.
 *
 * @param strategy the strategy's name
 * @param cache the warmed cache's name; of a strategy that names none, what it filled: several
 *     names with commas between them, {@code by the application} while there is none
 * @param total keys the strategy listed: its stream's own size where that is known, else the keys
 *     pulled so far, else -1 while a run goes on
 * @param warmed keys whose value was put into the cache
 * @param absent keys for which the source has no value
 * @param failed keys whose load failed, timed out or was given up
 * @param skipped keys left alone: already in the cache, or written, loaded or invalidated by the
 *     application in the meantime
 * @param duration time from the first key pulled to the last put, or to now while the run goes on
 */
public record WarmupStats(
    String strategy,
    String cache,
    long total,
    long warmed,
    long absent,
    long failed,
    long skipped,
    Duration duration) {

  /**
   * Keys finished with, whatever their end.
   *
   * @return a count of keys
   */
  public long done() {
    return warmed + absent + failed + skipped;
  }

  /**
   * Speed over the whole run.
   *
   * @return finished keys a second; 0 for a run that took no measurable time
   */
  public double keysPerSecond() {
    long nanos = duration.toNanos();
    return nanos <= 0 ? 0 : done() * 1e9 / nanos;
  }
}
