package io.warmup.agent.recorder;

import io.warmup.agent.bridge.WarmupFates;
import io.warmup.agent.bridge.WarmupGets;
import io.warmup.agent.bridge.WarmupStore;
import io.warmup.agent.recorder.CacheObservation.Interval;
import io.warmup.agent.recorder.StoredKeys.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One cache's get path while the window is open: intervals, fates and keys. Thread-safe. */
final class GetPath {

  private static final int HITS = 0;
  private static final int WARM_HITS = 1;
  private static final int MISSES = 2;

  private final @Nullable RequestedKeys keys;
  private final WarmupGets gets;
  private final List<Interval> intervals = new ArrayList<>();
  private long[] atOpening = new long[3];
  private long[] atLastInterval = new long[3];
  private long usedAtOpening;
  private Duration lastInterval = Duration.ZERO;

  /**
   * @param withKeys false: counts alone, in a few hundred bytes
   */
  GetPath(boolean withKeys) {
    keys = withKeys ? new RequestedKeys() : null;
    gets = new WarmupGets(keys);
  }

  WarmupGets gets() {
    return gets;
  }

  /** Tells of the objects kept in memory for it, and of how many there are of each. */
  synchronized void parts(ObjIntConsumer<Object> told) {
    told.accept(this, 1);
    told.accept(atOpening, atOpening == atLastInterval ? 1 : 2);
    told.accept(intervals, 1);
    if (!intervals.isEmpty()) {
      told.accept(new Object[intervals.size()], 1);
      told.accept(intervals.get(0), intervals.size());
      told.accept(intervals.get(0).start(), intervals.size());
    }
    gets.parts(told);
    if (keys != null) {
      keys.parts(told);
    }
  }

  /** Null where keys are not looked at. */
  @Nullable FirstTouches firstTouches() {
    return keys == null ? null : keys.firstTouches();
  }

  /**
   * Traffic opens: what was counted before does not count.
   *
   * @param store null where it has no nodes
   */
  synchronized void open(@Nullable WarmupStore store) {
    atOpening = gets.counts();
    atLastInterval = atOpening;
    usedAtOpening = gets.fates().counts()[WarmupFates.USED];
    lastInterval = Duration.ZERO;
    intervals.clear();
    if (keys != null) {
      keys.clear();
      if (atOpening[HITS] > 0) {
        gets.reopen(store);
      }
    }
  }

  /** Ends one interval of the timeline. */
  synchronized void tick(Duration sinceOpening) {
    long[] now = gets.counts();
    intervals.add(interval(now));
    atLastInterval = now;
    lastInterval = sinceOpening;
  }

  /** What is left to tell of a cache that the application let go of. */
  CacheObservation departed(String name, String kind, Instant opened, Duration elapsed) {
    return observe(name, kind + ", collected", opened, elapsed, null, key -> Standing.THERE);
  }

  /**
   * @param store null where it has no nodes
   * @param standing of a key in a store without nodes
   */
  synchronized CacheObservation observe(
      String name,
      String kind,
      Instant opened,
      Duration elapsed,
      @Nullable WarmupStore store,
      Function<Object, Standing> standing) {
    long[] now = gets.counts();
    List<Interval> timeline = new ArrayList<>(intervals);
    Interval rest = interval(now);
    if (rest.hits() + rest.misses() > 0) {
      timeline.add(rest);
    }
    WarmedKeys warmed = WarmedKeys.of(store, gets, standing);
    MissedKeys missed = keys == null ? MissedKeys.NONE : keys.missed();
    boolean counted = keys != null && canBeToldApart(warmed, missed);
    return new CacheObservation(
        name,
        kind,
        opened,
        elapsed,
        now[HITS] - atOpening[HITS],
        now[MISSES] - atOpening[MISSES],
        gets.fates().counts()[WarmupFates.USED] - usedAtOpening,
        warmHits(now),
        fates(warmed),
        counted ? keys.distinct() : -1,
        counted ? keys.distinctCovered() : -1,
        List.copyOf(timeline),
        missed.top(),
        missed.templates(),
        missed.bounds(),
        KeyMismatches.between(warmed, missed),
        keys == null ? null : keys.firstTouches().counts());
  }

  /** Those that cannot would be counted too few, which flatters; some stand for all. */
  private static boolean canBeToldApart(WarmedKeys warmed, MissedKeys missed) {
    return Stream.of(warmed.unread(), warmed.used(), missed.keys())
        .flatMap(List::stream)
        .allMatch(KeyHash::tellsApart);
  }

  /** Counts alone; looks at no entry. */
  synchronized CacheCounts counts(String name) {
    long[] now = gets.counts();
    long warm = warmHits(now);
    return new CacheCounts(
        name,
        warm,
        now[HITS] - atOpening[HITS] - warm,
        now[MISSES] - atOpening[MISSES],
        gets.fates().counts()[WarmupFates.USED] - usedAtOpening,
        fates(WarmedKeys.NOT_LOOKED_AT));
  }

  /** Those of a bulk get on its way are counted one by one, and its hits at its end. */
  private long warmHits(long[] now) {
    return Math.min(now[WARM_HITS] - atOpening[WARM_HITS], now[HITS] - atOpening[HITS]);
  }

  private Interval interval(long[] now) {
    return new Interval(
        lastInterval, now[HITS] - atLastInterval[HITS], now[MISSES] - atLastInterval[MISSES]);
  }

  private WarmedFates fates(WarmedKeys entries) {
    long[] counts = gets.fates().counts();
    long ended =
        counts[WarmupFates.USED]
            + counts[WarmupFates.EVICTED]
            + counts[WarmupFates.EXPIRED]
            + counts[WarmupFates.OVERWRITTEN];
    long unread = Math.max(0, counts[WarmupFates.WARMED] - ended);
    long expired = Math.min(entries.expired(), unread);
    long gone = Math.min(entries.gone(), unread - expired);
    return new WarmedFates(
        counts[WarmupFates.USED],
        unread - expired - gone,
        counts[WarmupFates.EVICTED] + gone,
        counts[WarmupFates.EXPIRED] + expired,
        counts[WarmupFates.OVERWRITTEN]);
  }
}
