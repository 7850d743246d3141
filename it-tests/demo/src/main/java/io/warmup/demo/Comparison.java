package io.warmup.demo;

import java.util.Locale;
import java.util.function.Function;

/** Two shops side by side, as they were measured. */
final class Comparison {

  private static final int FIRST_REQUESTS = 1_000;
  private static final int FIRST_SECONDS = 3;
  private static final int MOST_BARS = 20;

  private final Measurement left;
  private final Measurement right;
  private final StringBuilder text = new StringBuilder();

  private Comparison(Measurement left, Measurement right) {
    this.left = left;
    this.right = right;
  }

  /**
   * Draws the table.
   *
   * @param bars whether the output shows {@link Sparkline#BARS}
   */
  static String of(Measurement left, Measurement right, boolean bars) {
    return new Comparison(left, right).draw(bars);
  }

  private String draw(boolean bars) {
    row("", Measurement::name);
    row("start-up, until ready", m -> number("%.1f s", m.startUp().toMillis() / 1e3));
    heading("requests that needed no database query");
    row("in the first second", m -> percent(m.fromMemoryInFirst(1)));
    row(
        "in the first %d seconds".formatted(FIRST_SECONDS),
        m -> percent(m.fromMemoryInFirst(FIRST_SECONDS)));
    row("in all", m -> percent(m.fromMemory()));
    if (bars) {
      row("second by second", m -> Sparkline.of(m.fromMemoryBySecond().limit(MOST_BARS)));
    }
    heading("latency of the first %,d requests".formatted(FIRST_REQUESTS));
    latency(m -> m.latencies().first(FIRST_REQUESTS));
    heading("latency of all %,d requests".formatted(left.latencies().nanos().length));
    latency(Measurement::latencies);
    heading("database queries");
    row("before the first visitor", m -> number("%,d", m.queriesBefore()));
    row("for visitors", m -> number("%,d", m.queriesForVisitors()));
    if (left.failed() + right.failed() > 0) {
      row("requests that FAILED", m -> number("%,d", m.failed()));
    }
    return text.toString();
  }

  private void latency(Function<Measurement, Latencies> latencies) {
    row("p50", m -> number("%.1f ms", latencies.apply(m).millis(0.50)));
    row("p99", m -> number("%.1f ms", latencies.apply(m).millis(0.99)));
  }

  private void heading(String what) {
    text.append(what).append(System.lineSeparator());
  }

  private void row(String what, Function<Measurement, String> figure) {
    text.append(
        String.format("  %-32s %20s   %20s%n", what, figure.apply(left), figure.apply(right)));
  }

  private static String percent(double share) {
    return Double.isNaN(share) ? "-" : number("%.1f %%", 100 * share);
  }

  private static String number(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }
}
