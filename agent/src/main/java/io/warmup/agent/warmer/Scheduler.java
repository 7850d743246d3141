package io.warmup.agent.warmer;

import io.warmup.agent.config.StrategyConfig;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sets strategies going when their schedules say so. It looks at the wall clock every now and then
 * instead of sleeping until an instant, so a suspended machine or a corrected clock is no surprise:
 * what was missed runs once.
 */
final class Scheduler {

  /** What the file says, as it was last looked at. */
  private record Said(List<String> entries, ZoneId zone) {}

  /** The schedule made of it, and when it comes next; null: never. */
  private record Planned(Said said, @Nullable Schedule schedule, @Nullable Instant next) {

    Planned after(Instant now) {
      return new Planned(said, schedule, schedule == null ? null : schedule.next(now).orElse(null));
    }

    boolean isDue(Instant now) {
      return next != null && !now.isBefore(next);
    }
  }

  private final Iterable<ManagedStrategy<?, ?>> strategies;
  private final Time time;
  private final Consumer<ManagedStrategy<?, ?>> run;
  private final Consumer<String> warnings;
  private final Map<ManagedStrategy<?, ?>, Planned> planned = new HashMap<>();

  /**
   * @param run starts a run, or counts it as skipped
   */
  Scheduler(
      Iterable<ManagedStrategy<?, ?>> strategies,
      Time time,
      Consumer<ManagedStrategy<?, ?>> run,
      Consumer<String> warnings) {
    this.strategies = strategies;
    this.time = time;
    this.run = run;
    this.warnings = warnings;
    strategies.forEach(strategy -> plan(strategy, time.now()));
  }

  /** Starts what is due. Called by one thread. */
  void tick() {
    Instant now = time.now();
    for (ManagedStrategy<?, ?> strategy : strategies) {
      Planned current = plan(strategy, now);
      if (current.isDue(now)) {
        planned.put(strategy, current.after(now));
        run.accept(strategy);
      }
    }
  }

  /** A schedule that was edited counts from now on; the others go on as they are. */
  private Planned plan(ManagedStrategy<?, ?> strategy, Instant now) {
    Said said = said(strategy.terms().config());
    Planned before = planned.get(strategy);
    if (before != null && before.said().equals(said)) {
      return before;
    }
    Planned fresh = new Planned(said, schedule(strategy.name, said), null).after(now);
    planned.put(strategy, fresh);
    return fresh;
  }

  private static Said said(StrategyConfig config) {
    ZoneId zone = Objects.requireNonNullElseGet(config.timeZone(), ZoneId::systemDefault);
    return new Said(config.enabled() ? config.schedule() : List.of(), zone);
  }

  private @Nullable Schedule schedule(String strategy, Said said) {
    if (said.entries().isEmpty()) {
      return null;
    }
    try {
      return Schedule.parse(said.entries(), said.zone());
    } catch (IllegalArgumentException e) {
      warnings.accept(
          "strategy "
              + strategy
              + " has no schedule: "
              + Failure.of(e)
              + "; it runs at start-up and on demand only");
      return null;
    }
  }
}
