package io.warmup.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TraceTest {

  private final List<Request> trace = Trace.of(7, 1_000, 100);

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(Trace.of(7, 1_000, 100)).isEqualTo(trace);
    assertThat(Trace.of(8, 1_000, 100)).isNotEqualTo(trace);
  }

  /** A Poisson process of n expected arrivals has a standard deviation of √n: four of them here. */
  @Test
  void comesAtTheRateAskedForInOrderOfTime() {
    assertThat(trace).isSortedAccordingTo(Comparator.comparingLong(Request::dueNanos));
    assertThat((double) trace.size()).isCloseTo(100_000, within(4 * Math.sqrt(100_000)));
    assertThat(trace.get(trace.size() - 1).dueNanos()).isLessThan(100_000_000_000L);
  }

  @Test
  void asksMostlyForProducts() {
    assertThat(share("/products/")).isCloseTo(0.80, within(0.01));
    assertThat(share("/categories/")).isCloseTo(0.12, within(0.01));
    assertThat(share("/recommendations/")).isCloseTo(0.08, within(0.01));
  }

  /** P(rank ≤ k) = ln(k + 1) / ln(N), as in the shop's orders; 7,920 is the shop's best seller. */
  @Test
  void asksForProductsByTheLawTheShopSellsThemBy() {
    Map<String, Long> asked =
        trace.stream()
            .map(Request::path)
            .filter(path -> path.startsWith("/products/"))
            .collect(Collectors.groupingBy(path -> path, Collectors.counting()));
    List<Long> counts = asked.values().stream().sorted(Comparator.reverseOrder()).toList();
    double all = counts.stream().mapToLong(Long::longValue).sum();
    assertThat(asked.get("/products/7920")).isEqualTo(counts.get(0));
    for (int k : new int[] {1, 10, 100, 1_000}) {
      double top = counts.stream().limit(k).mapToLong(Long::longValue).sum();
      assertThat(top / all).isCloseTo(Math.log(k + 1) / Math.log(50_000), within(0.015));
    }
  }

  private double share(String prefix) {
    return trace.stream().filter(r -> r.path().startsWith(prefix)).count() / (double) trace.size();
  }
}
