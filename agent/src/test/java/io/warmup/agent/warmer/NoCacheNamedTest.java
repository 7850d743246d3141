package io.warmup.agent.warmer;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.cache.CacheRegistry;
import io.warmup.agent.cache.ValueLoader;
import io.warmup.agent.warmer.Scenario.Strategy;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A strategy that names no cache is watched as it calls the application. */
@Timeout(30)
class NoCacheNamedTest {

  private final Scenario scenario = new Scenario();
  private final AtomicInteger watched = new AtomicInteger();

  @AfterEach
  void close() {
    scenario.close();
  }

  @Test
  void itsOwnLoadsAreWatchedAndItsResultSaysWhatWasFilled() throws Exception {
    for (Strategy strategy : List.of(new Unnamed(null), new Unnamed(""))) {
      scenario.add(strategy).keys(25);
    }
    scenario.caches.put(CacheRegistry.UNNAMED, new MapTarget("products"));
    scenario.cache(CacheRegistry.UNNAMED).watch = calls -> new Watching(calls, () -> {});

    assertThat(scenario.service().totals())
        .extracting(StrategyTotals::cache)
        .containsOnly("by the application");
    assertThat(scenario.service().plan(Duration.ofSeconds(10)))
        .allSatisfy(plan -> assertThat(plan.cache()).isEqualTo("by the application"))
        .allSatisfy(plan -> assertThat(plan.obstacle()).isNull());
    assertThat(watched).as("a plan calls nothing").hasValue(0);
    StrategyResult result = scenario.runAll().strategies().get(0);
    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.stats().cache()).isEqualTo("products");
    assertThat(watched.get()).isPositive();
  }

  @Test
  void whereNothingIsPutItsResultSaysWhatThatMayMean() throws Exception {
    scenario.add(new Unnamed(null)).keys(3);
    MapTarget target = scenario.cache(CacheRegistry.UNNAMED);
    target.watch =
        calls ->
            new Watching(
                calls,
                () -> {
                  for (int key = 0; key < 3; key++) {
                    target.applicationPuts(key, "application's");
                  }
                });

    StrategyResult result = scenario.runAll().strategies().get(0);
    assertThat(result.stats().warmed()).isZero();
    assertThat(result.stats().skipped()).isEqualTo(3);
    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.note()).startsWith("the calls put nothing into a known cache");
  }

  private static final class Unnamed extends Strategy {

    private final @Nullable String cache;

    private Unnamed(@Nullable String cache) {
      super(cache == null ? "Null" : "Empty");
      this.cache = cache;
    }

    @Override
    public @Nullable String getCacheName() {
      return cache;
    }
  }

  private final class Watching implements ValueLoader {

    private final ValueLoader calls;
    private final Runnable meanwhile;

    private Watching(ValueLoader calls, Runnable meanwhile) {
      this.calls = calls;
      this.meanwhile = meanwhile;
    }

    @Override
    public boolean bulk() {
      return calls.bulk();
    }

    @Override
    public @Nullable Object load(Object key) throws Exception {
      watched.incrementAndGet();
      meanwhile.run();
      return calls.load(key);
    }

    @Override
    public Map<?, ?> loadAll(List<?> keys) throws Exception {
      watched.incrementAndGet();
      meanwhile.run();
      return calls.loadAll(keys);
    }
  }
}
