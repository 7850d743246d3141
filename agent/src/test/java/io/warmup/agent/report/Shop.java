package io.warmup.agent.report;

import io.warmup.agent.config.Gate;
import io.warmup.agent.config.Mode;
import io.warmup.agent.lifecycle.TrafficGate;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.CacheObservation.Interval;
import io.warmup.agent.recorder.CacheObservation.KeyMismatch;
import io.warmup.agent.recorder.CacheObservation.KeyMismatch.Key;
import io.warmup.agent.recorder.CacheObservation.MissedKey;
import io.warmup.agent.recorder.MissedBounds;
import io.warmup.agent.recorder.WarmedFates;
import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.report.model.Overhead;
import io.warmup.agent.report.model.ProcessIdentity;
import io.warmup.agent.report.model.Setting;
import io.warmup.agent.report.model.WarmupReport;
import io.warmup.agent.warmer.RunResult;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.StrategyResult;
import io.warmup.agent.warmer.StrategyResult.LoadLatency;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import io.warmup.api.WarmupStats;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** A shop's first quarter of an hour: what the warmer and the recorder would hand over. */
public final class Shop {

  public static final Instant STARTED = Instant.parse("2026-11-23T10:00:00Z");
  public static final Instant OPENED = STARTED.plusMillis(7_900);
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private Shop() {}

  public static WarmupReport warmed() {
    return report(Mode.WARM, List.of(run()), List.of(products(), categories(), sessions()));
  }

  /** The same shop in the control group. */
  public static WarmupReport control() {
    return report(Mode.OBSERVE, List.of(), List.of(productsUnwarmed()));
  }

  /** Names and keys out of a tester's dreams. */
  public static WarmupReport nasty() {
    String html = "<script>alert(\"1\")</script><b onclick='x'>" + "unbroken".repeat(40);
    CacheObservation cache =
        observation(
            html,
            List.of(
                new Interval(Duration.ZERO, Long.MAX_VALUE / 4, 1),
                new Interval(Duration.ofMinutes(5), 0, 0),
                new Interval(Duration.ofMinutes(10), 0, Long.MAX_VALUE / 4)),
            999_999_999_999L,
            new WarmedFates(999_999_999_999L, 1, 1, 1, 1),
            List.of(),
            List.of(new MissedKey(html + ":1", Long.MAX_VALUE / 4)),
            List.of(new KeyMismatch(new Key(html, html), new Key(html, html), html, 1)));
    RunResult run =
        new RunResult(
            1,
            Trigger.ON_DEMAND,
            STARTED,
            Duration.ofDays(3),
            List.of(
                new StrategyResult(
                    new WarmupStats(html, html, -1, 1, 2, 3, 9, Duration.ofDays(3)),
                    4,
                    5,
                    LoadLatency.NONE,
                    Duration.ZERO,
                    List.of(1L, 0L, Long.MAX_VALUE / 4),
                    Outcome.GIVEN_UP,
                    html)));
    return report(Mode.WARM, List.of(run), List.of(cache, productsUnwarmed(), sessions()));
  }

  public static WarmupReport report(
      Mode mode, List<RunResult> runs, List<CacheObservation> observations) {
    GateOpening gate =
        mode == Mode.WARM
            ? new GateOpening(
                Gate.Hold.PORT, OPENED, Duration.ofMillis(3_412), TrafficGate.Opening.WARM)
            : new GateOpening(
                Gate.Hold.PORT,
                STARTED.plusMillis(4_480),
                Duration.ZERO,
                TrafficGate.Opening.NOT_HELD);
    return assembler(mode, KeyMask.TEMPLATE)
        .report(
            gate,
            runs,
            observations,
            new Overhead(
                Duration.ofMillis(8),
                Duration.ofMillis(31),
                Duration.ofMillis(412),
                true,
                1_843_200L));
  }

  public static ReportAssembler assembler(Mode mode, KeyMask keys) {
    return new ReportAssembler(
        new ProcessIdentity(
            "shop-7d9f", 4711, "shop.jar", "OpenJDK 64-Bit Server VM 17.0.15+6", STARTED),
        "0.1.0",
        mode,
        List.of(
            new Setting("mode", mode.name().toLowerCase(java.util.Locale.ROOT), "warmup.yaml:2"),
            new Setting("gate.timeout", "60s", "WARMUP_GATE_TIMEOUT"),
            new Setting("strategies.HotProducts.concurrency", "20", "warmup.yaml:14"),
            new Setting("observe.window", "15m", "default")),
        keys,
        Clock.fixed(OPENED.plus(WINDOW), ZoneOffset.UTC));
  }

  public static RunResult run() {
    return new RunResult(
        1,
        Trigger.START_UP,
        STARTED.plusMillis(4_488),
        Duration.ofMillis(3_412),
        List.of(
            strategy("HotProducts", "products", 48_200, Duration.ofMillis(3_410)),
            strategy("Categories", "categories", 312, Duration.ofMillis(45))));
  }

  /** A strategy that warmed all its keys in loads of 1.4 ms a key. */
  public static StrategyResult strategy(String name, String cache, long keys, Duration took) {
    return new StrategyResult(
        new WarmupStats(name, cache, keys, keys, 0, 0, 0, took),
        0,
        0,
        new LoadLatency(
            keys / 100 + 1, Duration.ofMillis(131), Duration.ofMillis(290), Duration.ofMillis(402)),
        Duration.ofNanos(1_400_000),
        List.of(keys / 4, keys / 3, keys / 4, keys - keys / 4 - keys / 3 - keys / 4),
        Outcome.DONE,
        null);
  }

  /** The same, had each key been loaded by itself. */
  static StrategyResult oneByOne(StrategyResult bulk) {
    LoadLatency load = bulk.load();
    return new StrategyResult(
        bulk.stats(),
        bulk.alreadyPresent(),
        bulk.overwritten(),
        new LoadLatency(bulk.stats().warmed(), load.p50(), load.p99(), load.max()),
        bulk.meanPerKey(),
        bulk.throughput(),
        bulk.outcome(),
        bulk.note());
  }

  public static CacheObservation products() {
    return observation(
        "products",
        timeline(0.93, 0.97),
        29_408,
        new WarmedFates(29_408, 18_304, 310, 0, 178),
        List.of(new MissedKey("price:4711", 61), new MissedKey("<script>alert(1)</script>", 7)),
        List.of(new MissedKey("price:*", 8_214), new MissedKey("product:*", 1_031)),
        List.of());
  }

  static CacheObservation productsUnwarmed() {
    return observation(
        "products",
        timeline(0.31, 0.95),
        0,
        WarmedFates.NONE,
        List.of(),
        List.of(new MissedKey("product:*", 33_000)),
        List.of());
  }

  static CacheObservation categories() {
    return observation(
        "categories",
        timeline(0.2, 0.9),
        0,
        new WarmedFates(0, 312, 0, 0, 0),
        List.of(new MissedKey("42", 900)),
        List.of(new MissedKey("*", 4_100)),
        List.of(
            new KeyMismatch(
                new Key("Integer", "42"),
                new Key("Long", "42"),
                "class Integer, asked for as Long",
                3_950)));
  }

  static CacheObservation sessions() {
    return observation(
        "sessions",
        List.of(new Interval(Duration.ZERO, 9, 3)),
        0,
        WarmedFates.NONE,
        List.of(),
        List.of(),
        List.of());
  }

  /** A cache with one interval. */
  public static CacheObservation cache(String name, long hits, long misses, WarmedFates fates) {
    return observation(
        name,
        List.of(new Interval(Duration.ZERO, hits, misses)),
        fates.used(),
        fates,
        List.of(),
        List.of(),
        List.of());
  }

  /** The same cache, whose missed keys are counted no better than this. */
  public static CacheObservation counted(CacheObservation seen, MissedBounds bounds) {
    return new CacheObservation(
        seen.cache(),
        seen.kind(),
        seen.opened(),
        seen.elapsed(),
        seen.hits(),
        seen.misses(),
        seen.missesAvoided(),
        seen.warmHits(),
        seen.fates(),
        seen.requestedKeys(),
        seen.coveredKeys(),
        seen.intervals(),
        seen.missedKeys(),
        seen.missedTemplates(),
        bounds,
        seen.mismatches(),
        seen.firstTouches());
  }

  static CacheObservation observation(
      String cache,
      List<Interval> intervals,
      long missesAvoided,
      WarmedFates fates,
      List<MissedKey> missedKeys,
      List<MissedKey> missedTemplates,
      List<KeyMismatch> mismatches) {
    long hits = intervals.stream().mapToLong(Interval::hits).sum();
    return new CacheObservation(
        cache,
        "caffeine",
        OPENED,
        WINDOW,
        hits,
        intervals.stream().mapToLong(Interval::misses).sum(),
        missesAvoided,
        fates.used() == 0 ? 0 : hits * 3 / 4,
        fates,
        fates.used() == 0 ? -1 : 41_950,
        fates.used(),
        intervals,
        missedKeys,
        missedTemplates,
        mismatches);
  }

  /** Ninety intervals whose hit ratio climbs from one value to another, as demand fills a cache. */
  static List<Interval> timeline(double from, double to) {
    List<Interval> intervals = new ArrayList<>();
    LongStream.range(0, 90)
        .forEach(
            i -> {
              long gets = 4_000 + (i * 7_919) % 900;
              double ratio = to - (to - from) * Math.exp(-i / 18.0) + ((i * 31) % 7 - 3) * 0.002;
              long hits = Math.round(gets * ratio);
              intervals.add(new Interval(Duration.ofSeconds(10 * i), hits, gets - hits));
            });
    return intervals;
  }
}
