package io.warmup.agent.warmer;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.PutOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The application writes a newer value while ours is being loaded, for every key: with the fence
 * opened before the load no stale value is left; opened after it, as the negative control does,
 * they all are.
 */
@Timeout(30)
class FencedPutRaceTest {

  private static final int KEYS = 2_000;

  private final Map<Object, Integer> source = new ConcurrentHashMap<>();
  private final MapTarget cache = new MapTarget("cache");

  @Test
  void whatTheApplicationWroteDuringTheLoadWins() throws Exception {
    StrategyResult result = warm(cache);

    assertThat(stale()).isZero();
    assertThat(result.alreadyPresent()).isEqualTo(KEYS);
    assertThat(result.stats().warmed()).isZero();
  }

  @Test
  void aFenceOpenedAfterTheLoadWouldLeaveStaleValues() throws Exception {
    warm(new FenceTooLate(cache));

    assertThat(stale()).isEqualTo(KEYS);
  }

  @Test
  void whatTheApplicationInvalidatedDuringTheLoadStaysOut() throws Exception {
    try (Scenario scenario = new Scenario()) {
      scenario.caches.put("cache", cache);
      scenario
          .add("S")
          .keys(KEYS)
          .loader(
              key -> {
                cache.applicationInvalidates(key);
                return key;
              });

      StrategyResult result = scenario.runAll().strategies().get(0);

      assertThat(result.overwritten()).isEqualTo(KEYS);
      assertThat(cache.entries).isEmpty();
      assertThat(cache.openFences).hasValue(0);
    }
  }

  @Test
  void fencesAreClosedWhenLoadsFail() throws Exception {
    try (Scenario scenario = new Scenario()) {
      scenario.caches.put("cache", cache);
      scenario
          .add("S")
          .keys(KEYS)
          .loader(
              key -> {
                throw new IllegalStateException("boom");
              });

      scenario.runAll();

      assertThat(cache.openFences).hasValue(0);
    }
  }

  private StrategyResult warm(CacheTarget target) throws Exception {
    Scenario.Strategy strategy =
        new Scenario.Strategy("S").keys(KEYS).concurrency(4).loader(this::loadWhileItChanges);
    AtomicInteger warnings = new AtomicInteger();
    try (WarmupService service =
        new WarmupService(
            List.of(strategy.binding(name -> java.util.Optional.of(target))),
            new RunObserver() {
              @Override
              public void warning(String line) {
                warnings.incrementAndGet();
              }
            },
            List.of())) {
      RunResult result = Scenario.over(service.start(RunResult.Trigger.START_UP));
      assertThat(warnings).hasValue(0);
      return result.strategies().get(0);
    }
  }

  /** Reads the old value; before it is put, the application writes the new one through. */
  private Object loadWhileItChanges(Object key) {
    int old = source.getOrDefault(key, 0);
    source.put(key, old + 1);
    cache.applicationPuts(key, old + 1);
    return old;
  }

  private long stale() {
    return cache.entries.entrySet().stream()
        .filter(entry -> !entry.getValue().equals(source.get(entry.getKey())))
        .count();
  }

  /** Opens the real fence at the first put, when the load is over. */
  private record FenceTooLate(MapTarget real) implements CacheTarget {

    @Override
    public String name() {
      return real.name();
    }

    @Override
    public String kind() {
      return real.kind();
    }

    @Override
    public Object delegate() {
      return real.delegate();
    }

    @Override
    public boolean contains(Object key) {
      return real.contains(key);
    }

    @Override
    public boolean supportsTtl() {
      return real.supportsTtl();
    }

    @Override
    public long size() {
      return real.size();
    }

    @Override
    public Fence fence(List<?> keys) {
      return new Fence() {
        @Override
        public PutOutcome put(Object key, Object value, @Nullable Duration ttl) {
          try (Fence late = real.fence(keys)) {
            return late.put(key, value, ttl);
          }
        }

        @Override
        public void close() {}
      };
    }
  }
}
