package io.warmup.agent.warmer;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.cache.ValueLoader;
import io.warmup.agent.warmer.Scenario.Strategy;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import io.warmup.api.KeysOnlyStrategy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A strategy of keys alone is loaded for by the cache's own loader. */
@Timeout(30)
class KeysOnlyTest {

  private final Scenario scenario = new Scenario();

  @AfterEach
  void close() {
    scenario.close();
  }

  @Test
  void theCachesLoaderBringsTheValuesOneByOne() throws Exception {
    CountingLoader loader = new CountingLoader(false);
    StrategyResult result = warm(loader);

    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.stats().warmed()).isEqualTo(250);
    assertThat(scenario.cache("cache").entries).hasSize(250).containsEntry(7, "own 7");
    assertThat(loader.calls).hasValue(250);
  }

  @Test
  void orInBatchesWhereItHasABulkMethod() throws Exception {
    CountingLoader loader = new CountingLoader(true);
    StrategyResult result = warm(loader);

    assertThat(result.stats().warmed()).isEqualTo(250);
    assertThat(scenario.cache("cache").entries).hasSize(250).containsEntry(7, "own 7");
    assertThat(loader.calls.get()).isPositive().isLessThan(250);
  }

  @Test
  void withoutALoaderTheRunFailsAndSaysWhy() throws Exception {
    StrategyResult result = warm(null);

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.note()).contains("cache cache", "no loader of its own", "loadData");
    assertThat(scenario.cache("cache").entries).isEmpty();
  }

  private StrategyResult warm(ValueLoader loader) throws Exception {
    scenario.cache("cache").ownLoader = loader;
    scenario.add(new KeysAlone()).keys(250);
    return scenario.runAll().strategies().get(0);
  }

  private static final class KeysAlone extends Strategy
      implements KeysOnlyStrategy<Object, Object> {

    private KeysAlone() {
      super("S");
    }

    @Override
    public Object loadData(Object key) {
      return KeysOnlyStrategy.super.loadData(key);
    }
  }

  private static final class CountingLoader implements ValueLoader {

    private final AtomicInteger calls = new AtomicInteger();
    private final boolean bulk;

    private CountingLoader(boolean bulk) {
      this.bulk = bulk;
    }

    @Override
    public boolean bulk() {
      return bulk;
    }

    @Override
    public Object load(Object key) {
      calls.incrementAndGet();
      return "own " + key;
    }

    @Override
    public Map<?, ?> loadAll(List<?> keys) {
      calls.incrementAndGet();
      Map<Object, Object> values = new HashMap<>();
      keys.forEach(key -> values.put(key, "own " + key));
      return values;
    }
  }
}
