package io.warmup.agent.recorder;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was seen on one cache's get path since its window opened. A snapshot: immutable, and exact
 * for every get that had returned when it was taken.
 *
 * @param cache the cache's name
 * @param kind what it is, as {@link io.warmup.agent.cache.CacheTarget#kind}
 * @param opened when recording began
 * @param elapsed how long it has been recorded
 * @param hits gets answered from the cache
 * @param misses gets that were not
 * @param missesAvoided first touches of warmed entries, one a key at most: the misses there would
 *     have been without the warm-up (a key that was used, ended and was warmed anew counts again
 *     only beyond a million such keys, and where keys are not looked at)
 * @param warmHits all hits on warmed entries (later ones would have come anyway after demand fill)
 * @param fates what became of the warmed keys
 * @param requestedKeys distinct keys asked for since then: an estimate with a standard error of 1.6
 *     %, nearly exact for few; -1 if unknown
 * @param coveredKeys those of them for which a get met a warmed entry, estimated likewise, so that
 *     their share is off by less; -1 if unknown. A warmed key that was evicted, has expired or was
 *     overwritten before anybody asked for it is none of them: its fate tells
 * @param intervals hits and misses per {@code observe.interval}, oldest first
 * @param missedKeys what should have been warmed: the most frequent missed keys, most frequent
 *     first
 * @param missedTemplates the missed keys folded into templates such as {@code price:*}, most
 *     frequent first
 * @param missedBounds how far the counts of both can be relied on
 * @param mismatches warmed keys that stay unread while look-alikes miss, among the first 20,000
 *     unread ones
 * @param firstTouches of the keys on trial; null if none is
 */
public record CacheObservation(
    String cache,
    String kind,
    Instant opened,
    Duration elapsed,
    long hits,
    long misses,
    long missesAvoided,
    long warmHits,
    WarmedFates fates,
    long requestedKeys,
    long coveredKeys,
    List<Interval> intervals,
    List<MissedKey> missedKeys,
    List<MissedKey> missedTemplates,
    MissedBounds missedBounds,
    List<KeyMismatch> mismatches,
    FirstTouches.@Nullable Counts firstTouches) {

  /** Of a cache where each missed key was counted, and none is on trial. */
  public CacheObservation(
      String cache,
      String kind,
      Instant opened,
      Duration elapsed,
      long hits,
      long misses,
      long missesAvoided,
      long warmHits,
      WarmedFates fates,
      long requestedKeys,
      long coveredKeys,
      List<Interval> intervals,
      List<MissedKey> missedKeys,
      List<MissedKey> missedTemplates,
      List<KeyMismatch> mismatches) {
    this(
        cache,
        kind,
        opened,
        elapsed,
        hits,
        misses,
        missesAvoided,
        warmHits,
        fates,
        requestedKeys,
        coveredKeys,
        intervals,
        missedKeys,
        missedTemplates,
        MissedBounds.EXACT,
        mismatches,
        null);
  }

  /** The same under another name: the one the operator gave the cache. */
  public CacheObservation named(String name) {
    return new CacheObservation(
        name,
        kind,
        opened,
        elapsed,
        hits,
        misses,
        missesAvoided,
        warmHits,
        fates,
        requestedKeys,
        coveredKeys,
        intervals,
        missedKeys,
        missedTemplates,
        missedBounds,
        mismatches,
        firstTouches);
  }

  /** The counts alone. */
  CacheCounts counts() {
    return new CacheCounts(cache, warmHits, hits - warmHits, misses, missesAvoided, fates);
  }

  /** Two caches as one, by their sums; what names keys or intervals is left out. */
  CacheObservation plus(CacheObservation other) {
    return new CacheObservation(
        cache,
        kind,
        opened,
        other.elapsed,
        hits + other.hits,
        misses + other.misses,
        missesAvoided + other.missesAvoided,
        warmHits + other.warmHits,
        fates.plus(other.fates),
        -1,
        -1,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Whether there is anything to tell. */
  boolean isOfUse() {
    return gets() > 0 || fates.warmed() > 0;
  }

  /** Lookups in all. */
  public long gets() {
    return hits + misses;
  }

  /** 0..1; NaN without a get. */
  public double hitRatio() {
    return gets() == 0 ? Double.NaN : (double) hits / gets();
  }

  /** Share of the warmed keys that were used, 0..1; NaN if none was warmed. */
  public double accuracy() {
    return fates.warmed() == 0 ? Double.NaN : (double) fates.used() / fates.warmed();
  }

  /** {@code coveredKeys ÷ requestedKeys}, 0..1; NaN if that is not known. */
  public double keyCoverage() {
    return requestedKeys <= 0 || coveredKeys < 0
        ? Double.NaN
        : Math.min(1, (double) coveredKeys / requestedKeys);
  }

  /** Share of the gets that met a warmed entry, 0..1; NaN without a get. */
  public double getCoverage() {
    return gets() == 0 ? Double.NaN : (double) warmHits / gets();
  }

  /**
   * One interval of the timeline.
   *
   * @param start since {@link CacheObservation#opened}
   * @param hits in this interval alone
   * @param misses in this interval alone
   */
  public record Interval(Duration start, long hits, long misses) {}

  /**
   * A missed key or template.
   *
   * @param key as text
   * @param count misses; each is counted up to a thread's first 4,096 on a cache, one in eight is
   *     drawn of those after, one in 64 beyond 65,536; too low by no more than {@link
   *     CacheObservation#missedBounds} says
   */
  public record MissedKey(String key, long count) {}

  /**
   * An example of a warmed key that is never read while a look-alike misses.
   *
   * @param warmed the warmed key
   * @param missed the look-alike
   * @param difference in words: {@code class Integer, asked for as Long}
   * @param count misses on such look-alikes
   */
  public record KeyMismatch(Key warmed, Key missed, String difference, long count) {

    /**
     * One of them.
     *
     * @param type its class's simple name
     * @param text it in full; of an object that says no more than that, the number it goes by
     */
    public record Key(String type, String text) {
      static Key of(KeyShape shape) {
        return new Key(shape.key().getClass().getSimpleName(), shape.ownText());
      }
    }
  }
}
