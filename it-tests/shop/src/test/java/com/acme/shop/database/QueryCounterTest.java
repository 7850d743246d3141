package com.acme.shop.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import org.junit.jupiter.api.Test;

class QueryCounterTest {

  @Test
  void countsByTheNameInTheFirstComment() {
    QueryCounter counter = new QueryCounter(new DatabaseProperties(Duration.ZERO));
    run(counter, "/* product */ select 1");
    run(counter, "\n  /* product */ select 2");
    run(counter, "/* hot-products */ select 3");
    assertThat(counter.counts()).isEqualTo(Map.of("product", 2L, "hot-products", 1L));
  }

  @Test
  void makesANamedQueryTakeAsLongAsOverANetwork() {
    QueryCounter counter = new QueryCounter(new DatabaseProperties(Duration.ofMillis(20)));
    long start = System.nanoTime();
    run(counter, "/* product */ select 1");
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThanOrEqualTo(Duration.ofMillis(20));
  }

  @Test
  void neitherCountsNorSlowsWhatSetsTheDatabaseUp() {
    QueryCounter counter = new QueryCounter(new DatabaseProperties(Duration.ofDays(1)));
    run(counter, "insert into product select 1");
    assertThat(counter.counts()).isEmpty();
  }

  private static void run(QueryCounter counter, String sql) {
    counter.beforeQuery(new ExecutionInfo(), List.of(new QueryInfo(sql)));
  }
}
