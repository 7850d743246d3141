package io.warmup.demo;

import java.util.Locale;

/** Two measurements side by side, as they are. */
record Comparison(Measurement cold, Measurement other, Options options) {

  private static final int FIRST = 1_000;

  String text() {
    StringBuilder text = new StringBuilder();
    row(text, "", "cold", options.control() ? "cold 2" : "warmed");
    row(text, "start-up, until ready", seconds(cold), seconds(other));
    row(text, "answered without a query", "", "");
    for (int second : new int[] {1, 3, 10}) {
      if (second < options.seconds()) {
        row(text, "  first " + second + " s", share(cold, second), share(other, second));
      }
    }
    row(text, "  all " + options.seconds() + " s", share(cold, 9999), share(other, 9999));
    row(text, "latency of the first %,d requests".formatted(FIRST), "", "");
    latency(text, cold.latencies().first(FIRST), other.latencies().first(FIRST));
    row(text, "latency of all %,d".formatted(cold.latencies().nanos().length), "", "");
    latency(text, cold.latencies(), other.latencies());
    row(text, "database queries for visitors", queries(cold), queries(other));
    row(text, "database queries before", before(cold), before(other));
    row(text, "failed requests", "" + cold.failed(), "" + other.failed());
    return text.toString();
  }

  private static void latency(StringBuilder text, Latencies cold, Latencies other) {
    for (double share : new double[] {0.5, 0.99}) {
      row(text, "  p%.0f".formatted(share * 100), millis(cold, share), millis(other, share));
    }
  }

  private static void row(StringBuilder text, String what, String cold, String other) {
    text.append(String.format(Locale.ROOT, "%-36s %12s %12s%n", what, cold, other));
  }

  private static String seconds(Measurement m) {
    return String.format(Locale.ROOT, "%.1f s", m.startUp().toMillis() / 1e3);
  }

  private static String share(Measurement m, double second) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * m.at(second).fromMemorySince(Sample.START));
  }

  private static String millis(Latencies latencies, double share) {
    return String.format(Locale.ROOT, "%.1f ms", latencies.millis(share));
  }

  private static String queries(Measurement m) {
    return String.format(Locale.ROOT, "%,d", m.end().queries());
  }

  private static String before(Measurement m) {
    return String.format(Locale.ROOT, "%,d", m.queriesBefore());
  }
}
