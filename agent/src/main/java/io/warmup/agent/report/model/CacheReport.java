package io.warmup.agent.report.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen on one cache's get path, and what the warm-up was worth there. Ratios are 0..1.
 *
 * @param cache its name
 * @param kind what it is: {@code caffeine}, {@code redis} …
 * @param opened when recording began
 * @param observed how long it was recorded
 * @param hits gets answered from the cache
 * @param misses gets that were not
 * @param hitRatio hits ÷ gets; null without a get
 * @param missesAvoided first touches of warmed entries, one a key at most
 * @param loadTimeSaved {@code missesAvoided} × the mean load time of one key as the warm-up
 *     measured it; null where nothing was loaded, or several caches by the same calls. Batches make
 *     a key cheaper than the single load a miss would have cost, so with them it is a lower bound
 * @param warmHits all hits on warmed entries; later ones would have come anyway after demand fill
 * @param fates what became of the warmed keys
 * @param accuracy share of the warmed keys that were used; null if none was warmed
 * @param requestedKeys distinct keys asked for, possibly an estimate; null if unknown
 * @param keyCoverage share of the requested keys for which a get met a warmed entry; null if
 *     unknown
 * @param getCoverage share of the gets answered from warmed entries; null without a get
 * @param intervals the timeline, oldest first
 * @param missedKeys the most frequent missed keys, masked as {@code report.keys} says; none where
 *     that leaves templates only
 * @param missedTemplates the missed keys folded into templates, most frequent first
 * @param missedBounds how far the counts of both can be relied on; null where each miss is counted
 * @param mismatches warmed keys that stay unread while look-alikes miss, masked likewise
 * @param holdout planned keys left cold, compared with warmed ones; null if none was
 * @param expiry when the warmed keys expire; null if they do not, or if that is not known
 * @param verdict whether the warm-up paid
 */
public record CacheReport(
    String cache,
    String kind,
    Instant opened,
    Duration observed,
    long hits,
    long misses,
    @Nullable Double hitRatio,
    long missesAvoided,
    @Nullable Duration loadTimeSaved,
    long warmHits,
    Fates fates,
    @Nullable Double accuracy,
    @Nullable Long requestedKeys,
    @Nullable Double keyCoverage,
    @Nullable Double getCoverage,
    List<Interval> intervals,
    List<Missed> missedKeys,
    List<Missed> missedTemplates,
    @Nullable MissedBounds missedBounds,
    List<Mismatch> mismatches,
    @Nullable HoldoutReport holdout,
    @Nullable ExpiryForecast expiry,
    Verdict verdict) {

  /** Lookups in all. */
  public long gets() {
    return hits + misses;
  }

  /**
   * Each warmed key is in exactly one of these.
   *
   * @param used read at least once by the application
   * @param unread still in the cache, never read
   * @param evictedUnread evicted before anybody read them
   * @param expiredUnread expired before anybody read them
   * @param overwritten written or dropped by the application before anybody read them
   */
  public record Fates(
      long used, long unread, long evictedUnread, long expiredUnread, long overwritten) {

    /** All warmed keys. */
    public long warmed() {
      return used + unread + evictedUnread + expiredUnread + overwritten;
    }
  }

  /**
   * One interval of the timeline.
   *
   * @param start since {@code opened}
   * @param hits in this interval alone
   * @param misses in this interval alone
   */
  public record Interval(Duration start, long hits, long misses) {}

  /**
   * A missed key or template.
   *
   * @param key as text
   * @param count misses counted
   */
  public record Missed(String key, long count) {}

  /**
   * How far the counts of missed keys can be relied on.
   *
   * @param key a key's count is short by so much, at most
   * @param template likewise, a template's
   * @param sampled counts and bounds are estimates from a sample
   */
  public record MissedBounds(long key, long template, boolean sampled) {}

  /**
   * A warmed key that is never read while a look-alike misses.
   *
   * @param warmed the warmed key
   * @param missed what was asked for instead
   * @param difference in words
   * @param count misses on such look-alikes
   */
  public record Mismatch(String warmed, String missed, String difference, long count) {}
}
