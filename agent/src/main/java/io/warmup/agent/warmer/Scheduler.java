package io.warmup.agent.warmer;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Sets strategies going when their schedules say so. It looks at the wall clock every now and then
 * instead of sleeping until an instant, so a suspended machine or a corrected clock is no surprise:
 * what was missed runs once.
 */
final class Scheduler {

  private record Due(ManagedStrategy<?, ?> strategy, Schedule schedule) {}

  private final Time time;
  private final Consumer<ManagedStrategy<?, ?>> run;
  private final Map<Due, Instant> next = new HashMap<>();

  /**
   * @param run starts a run, or counts it as skipped
   */
  Scheduler(
      Iterable<ManagedStrategy<?, ?>> strategies,
      Time time,
      Consumer<ManagedStrategy<?, ?>> run,
      Consumer<String> warnings) {
    this.time = time;
    this.run = run;
    Instant now = time.now();
    for (ManagedStrategy<?, ?> strategy : strategies) {
      if (!strategy.config.enabled() || strategy.config.schedule().isEmpty()) {
        continue;
      }
      try {
        ZoneId zone =
            Objects.requireNonNullElseGet(strategy.config.timeZone(), ZoneId::systemDefault);
        plan(new Due(strategy, Schedule.parse(strategy.config.schedule(), zone)), now);
      } catch (IllegalArgumentException e) {
        warnings.accept(
            "strategy "
                + strategy.name
                + " has no schedule: "
                + Failure.of(e)
                + "; it runs at start-up and on demand only");
      }
    }
  }

  /** Starts what is due. Called by one thread. */
  void tick() {
    Instant now = time.now();
    for (Map.Entry<Due, Instant> entry : Map.copyOf(next).entrySet()) {
      if (!now.isBefore(entry.getValue())) {
        plan(entry.getKey(), now);
        run.accept(entry.getKey().strategy());
      }
    }
  }

  private void plan(Due due, Instant now) {
    due.schedule()
        .next(now)
        .ifPresentOrElse(instant -> next.put(due, instant), () -> next.remove(due));
  }
}
