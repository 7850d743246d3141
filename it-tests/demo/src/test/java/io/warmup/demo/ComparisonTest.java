package io.warmup.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {

  private final Measurement cold =
      new Measurement(
          "cold",
          Duration.ofMillis(4_200),
          0,
          new Latencies(new long[] {30_000_000, 2_000_000, 4_000_000}),
          0,
          List.of(new Sample(1, 100, 80), new Sample(2.01, 200, 110), new Sample(2.1, 200, 110)));

  private final Measurement warmed =
      new Measurement(
          "warmed",
          Duration.ofMillis(4_900),
          28,
          new Latencies(new long[] {3_000_000, 2_000_000, 1_000_000}),
          1,
          List.of(new Sample(1, 100, 10), new Sample(2, 200, 10)));

  @Test
  void putsTheFiguresSideBySide() {
    assertThat(rows(Comparison.of(cold, warmed, true)))
        .containsExactly(
            "cold warmed",
            "start-up, until ready 4.2 s 4.9 s",
            "requests that needed no database query",
            "in the first second 20.0 % 90.0 %",
            "in the first 3 seconds 45.0 % 95.0 %",
            "in all 45.0 % 95.0 %",
            "second by second ▂▆ ██",
            "latency of the first 1,000 requests",
            "p50 4.0 ms 2.0 ms",
            "p99 30.0 ms 3.0 ms",
            "latency of all 3 requests",
            "p50 4.0 ms 2.0 ms",
            "p99 30.0 ms 3.0 ms",
            "database queries",
            "before the first visitor 0 28",
            "for visitors 110 10",
            "requests that FAILED 0 1");
  }

  @Test
  void drawsNoBarsWhereTheyWouldBeQuestionMarks() {
    assertThat(Comparison.of(cold, warmed, false)).isASCII().doesNotContain("second by second");
  }

  private static List<String> rows(String text) {
    return text.lines().map(line -> line.strip().replaceAll(" +", " ")).toList();
  }
}
