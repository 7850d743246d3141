package io.warmup.agent.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.api.CacheWarmupStrategy;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a strategy is loaded is told by whether its class has a bulk query. */
class ScopedStrategyTest {

  @Test
  void hasNoBulkQueryWhereTheStrategyHasNone() throws NoSuchMethodException {
    assertThat(whoseBulkQuery(new Single())).isEqualTo(CacheWarmupStrategy.class);
  }

  @Test
  void hasOneWhereTheStrategyHasOne() throws Exception {
    assertThat(whoseBulkQuery(new Bulk())).isNotEqualTo(CacheWarmupStrategy.class);
    assertThat(scoped(new Bulk()).loadBatch(List.of("a"))).containsEntry("a", "bulk");
  }

  private static Class<?> whoseBulkQuery(Single strategy) throws NoSuchMethodException {
    return scoped(strategy).getClass().getMethod("loadBatch", List.class).getDeclaringClass();
  }

  private static CacheWarmupStrategy<String, String> scoped(Single strategy) {
    return ScopedStrategy.of(strategy, new NoBeansApplication());
  }

  private static class Single implements CacheWarmupStrategy<String, String> {
    @Override
    public Stream<String> getKeysToWarmup() {
      return Stream.of("a");
    }

    @Override
    public String loadData(String key) {
      return "single";
    }

    @Override
    public String getCacheName() {
      return "cache";
    }
  }

  private static final class Bulk extends Single {
    @Override
    public Map<String, String> loadBatch(List<String> keys) {
      return Map.of("a", "bulk");
    }
  }
}
