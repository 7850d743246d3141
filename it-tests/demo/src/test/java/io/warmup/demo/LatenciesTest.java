package io.warmup.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  private final Latencies latencies =
      new Latencies(LongStream.rangeClosed(1, 200).map(ms -> (201 - ms) * 1_000_000).toArray());

  @Test
  void takesTheNearestRank() {
    assertThat(latencies.millis(0.50)).isEqualTo(100);
    assertThat(latencies.millis(0.99)).isEqualTo(198);
    assertThat(latencies.millis(1)).isEqualTo(200);
  }

  @Test
  void looksAtTheFirstOnesInTheOrderOfTheTraffic() {
    assertThat(latencies.first(10).millis(0.5)).isEqualTo(195);
    assertThat(latencies.first(1_000).nanos()).hasSize(200);
  }
}
