package io.warmup.agent.metrics;

import io.warmup.agent.control.Controls;
import io.warmup.agent.control.Counts;
import io.warmup.agent.control.State;
import io.warmup.agent.control.WarmupControl;
import io.warmup.agent.metrics.Family.Kind;
import io.warmup.agent.metrics.Family.Point;
import io.warmup.agent.recorder.CacheCounts;
import io.warmup.agent.recorder.WarmedFates;
import io.warmup.agent.warmer.LoadHistogram;
import io.warmup.agent.warmer.StrategyTotals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All meters as they stand now. A JVM with several applications tells them apart by a further label
 * {@code application}.
 */
public final class WarmupMeters implements Supplier<List<Family>> {

  private final Controls controls;

  public WarmupMeters(Controls controls) {
    this.controls = controls;
  }

  @Override
  public List<Family> get() {
    Table table = new Table();
    List<WarmupControl> all = controls.all();
    for (WarmupControl control : all) {
      table.application = all.size() > 1 ? control.application() : null;
      add(table, control.counts());
    }
    return table.families();
  }

  private static void add(Table table, Counts counts) {
    for (State state : State.values()) {
      table.gauge(
          "warmup_state",
          "1 for what the warm-up is doing now, 0 for all else.",
          counts.state() == state ? 1 : 0,
          "state",
          words(state));
    }
    table.gauge("warmup_progress_ratio", "How much of the run is done, 0..1.", counts.progress());
    counts.strategies().forEach(it -> add(table, it));
    counts.caches().forEach(it -> add(table, it));
    if (counts.lastSuccess() != null) {
      table.gauge(
          "warmup_last_success_timestamp_seconds",
          "When the last run ended in which every strategy did what it was to do.",
          counts.lastSuccess().toEpochMilli() / 1e3);
    }
  }

  private static void add(Table table, StrategyTotals strategy) {
    String help = "Keys that a strategy is finished with, by what came of them.";
    String name = strategy.strategy();
    keys(table, help, name, "warmed", strategy.warmed());
    keys(table, help, name, "absent", strategy.absent());
    keys(table, help, name, "failed", strategy.failed());
    keys(table, help, name, "already_present", strategy.alreadyPresent());
    keys(table, help, name, "overwritten", strategy.overwritten());
    table.histogram(
        "warmup_load_seconds",
        "Time of a load from the source; a batch is one load.",
        strategy.loads(),
        "strategy",
        name);
  }

  private static void keys(Table table, String help, String strategy, String outcome, long keys) {
    table.counter("warmup_keys", help, keys, "strategy", strategy, "outcome", outcome);
  }

  private static void add(Table table, CacheCounts cache) {
    gets(table, cache.cache(), "hit", "warmed", cache.warmHits());
    gets(table, cache.cache(), "hit", "application", cache.otherHits());
    gets(table, cache.cache(), "miss", "none", cache.misses());
    table.counter(
        "warmup_misses_avoided",
        "First touches of warmed entries: misses there would have been without the warm-up.",
        cache.missesAvoided(),
        "cache",
        cache.cache());
    WarmedFates fates = cache.fates();
    state(table, cache.cache(), "used", fates.used());
    state(table, cache.cache(), "unread", fates.unread());
    state(table, cache.cache(), "evicted_unread", fates.evictedUnread());
    state(table, cache.cache(), "expired_unread", fates.expiredUnread());
    state(table, cache.cache(), "overwritten", fates.overwritten());
  }

  private static void gets(Table table, String cache, String result, String origin, long gets) {
    table.counter(
        "warmup_cache_gets",
        "Gets while the get path is recorded, by result and by who made the entry.",
        gets,
        "cache",
        cache,
        "result",
        result,
        "origin",
        origin);
  }

  private static void state(Table table, String cache, String state, long keys) {
    table.gauge(
        "warmup_warmed_keys",
        "Warmed keys by what has become of them.",
        keys,
        "cache",
        cache,
        "state",
        state);
  }

  private static String words(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** Families while they fill. */
  private static final class Table {

    private final Map<String, Family> families = new LinkedHashMap<>();
    private @Nullable String application;

    void counter(String name, String help, long value, String... labels) {
      add(name, Kind.COUNTER, help, new Point(labels(labels), value, null));
    }

    void gauge(String name, String help, double value, String... labels) {
      add(name, Kind.GAUGE, help, new Point(labels(labels), value, null));
    }

    void histogram(String name, String help, LoadHistogram histogram, String... labels) {
      add(name, Kind.HISTOGRAM, help, new Point(labels(labels), 0, histogram));
    }

    List<Family> families() {
      return List.copyOf(families.values());
    }

    private void add(String name, Kind kind, String help, Point point) {
      families
          .computeIfAbsent(name, none -> new Family(name, kind, help, new ArrayList<>()))
          .points()
          .add(point);
    }

    private Map<String, String> labels(String... namesAndValues) {
      Map<String, String> labels = new LinkedHashMap<>();
      if (application != null) {
        labels.put("application", application);
      }
      for (int i = 0; i < namesAndValues.length; i += 2) {
        labels.put(namesAndValues[i], namesAndValues[i + 1]);
      }
      return labels;
    }
  }
}
