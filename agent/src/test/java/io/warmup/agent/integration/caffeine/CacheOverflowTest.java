package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Trial.Arm;
import io.warmup.agent.config.Concurrency;
import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.recorder.FirstTouches.ArmCounts;
import io.warmup.agent.recorder.FirstTouches.Counts;
import io.warmup.agent.warmer.Run;
import io.warmup.agent.warmer.RunObserver;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.StrategyBinding;
import io.warmup.agent.warmer.StrategyResult;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import io.warmup.agent.warmer.WarmupService;
import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A plan larger than the cache, and what the cache tells of itself. */
class CacheOverflowTest {

  private static final int CAPACITY = 1_000;
  private static final int PLAN = 3 * CAPACITY;
  private static final int GETS = 30_000;

  @EachCaffeine
  void endsWhereMoreKeysWouldNotHelp() throws Exception {
    for (double exponent : new double[] {0.7, 0.9, 1.1}) {
      int[] trace = trace(exponent);
      double best = 0;
      for (int cutOff = CAPACITY / 4; cutOff <= PLAN; cutOff += CAPACITY / 4) {
        best = Math.max(best, hitRatio(cutOff, trace, null));
      }
      StrategyResult[] ended = new StrategyResult[1];
      double own = hitRatio(PLAN, trace, ended);

      assertThat(ended[0].outcome()).isEqualTo(Outcome.BUDGET_SPENT);
      assertThat(ended[0].note()).contains("the cache is full after");
      assertThat(ended[0].stats().done()).isBetween((long) CAPACITY, CAPACITY * 5 / 4L);
      assertThat(own).as("Zipf %s, best %s", exponent, best).isGreaterThanOrEqualTo(0.95 * best);
    }
  }

  @EachCaffeine
  void aPlanThatFitsIsLoadedToItsEnd() throws Exception {
    StrategyResult[] ended = new StrategyResult[1];
    hitRatio(CAPACITY * 9 / 10, new int[0], ended);

    assertThat(ended[0].outcome()).isEqualTo(Outcome.DONE);
    assertThat(ended[0].stats().warmed()).isEqualTo(CAPACITY * 9 / 10);
  }

  @EachCaffeine
  void theCacheTellsWhenItsEntriesExpire() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> fixed =
          Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(10)).build();
      Cache<Object, Object> none = Caffeine.newBuilder().maximumSize(1).build();

      assertThat(recording.target(fixed).expiryAfterWrite()).isEqualTo(Duration.ofMinutes(10));
      assertThat(recording.target(none).expiryAfterWrite()).isNull();
    }
  }

  @EachCaffeine
  void firstReadsOfKeysOnTrialAreCounted() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(100).build();
      CacheTarget target = recording.target(cache);
      for (int key = 0; key < 10; key++) {
        target.trial().admit(key, key % 2 == 0 ? Arm.WARMED : Arm.HELD_OUT);
        if (key % 2 == 0) {
          recording.warm(cache, key, "value");
        }
      }
      recording.recorder.open();
      for (int key = 0; key < 6; key++) {
        cache.get(key, k -> "loaded");
        cache.getIfPresent(key);
      }

      assertThat(recording.of(cache).firstTouches())
          .isEqualTo(new Counts(new ArmCounts(5, 3, 3), new ArmCounts(5, 3, 0)));
    }
  }

  /** Of the trace, after so many keys of the plan were warmed. */
  private static double hitRatio(int planned, int[] trace, StrategyResult[] ended)
      throws Exception {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache =
          Caffeine.newBuilder().maximumSize(CAPACITY).executor(Runnable::run).build();
      CacheTarget target = recording.target(cache);
      if (ended == null) {
        for (int key = 0; key < planned; key++) {
          recording.warm(cache, key, "value");
        }
      } else {
        ended[0] = warmed(planned, target);
      }
      int hits = 0;
      for (int key : trace) {
        if (cache.getIfPresent(key) == null) {
          cache.put(key, "value");
        } else {
          hits++;
        }
      }
      return trace.length == 0 ? 0 : (double) hits / trace.length;
    }
  }

  private static StrategyResult warmed(int planned, CacheTarget target) throws Exception {
    StrategyBinding binding =
        new StrategyBinding(
            new FirstKeys(planned),
            config(),
            CacheOverflowTest.class.getClassLoader(),
            UnaryOperator.identity(),
            name -> Optional.of(target));
    try (WarmupService service =
        new WarmupService(List.of(binding), new RunObserver() {}, List.of())) {
      Run run = service.start(Trigger.START_UP);
      assertThat(run.await(Duration.ofSeconds(30))).isTrue();
      return run.result().orElseThrow().strategies().get(0);
    }
  }

  private static StrategyConfig config() {
    return new StrategyConfig(
        true,
        null,
        new Concurrency.Fixed(1),
        100,
        0,
        0,
        0,
        null,
        Duration.ofMinutes(1),
        null,
        0,
        null,
        List.of(),
        false,
        0,
        List.of(),
        null,
        0,
        StrategyConfig.Scope.INSTANCE,
        Settings.of(Map.of()));
  }

  /** Key 0 is the most popular, and first in the plan. */
  private static int[] trace(double exponent) {
    double[] cumulated = new double[10 * CAPACITY];
    double sum = 0;
    for (int i = 0; i < cumulated.length; i++) {
      sum += 1 / Math.pow(i + 1, exponent);
      cumulated[i] = sum;
    }
    double all = sum;
    Random random = new Random(42);
    return IntStream.range(0, GETS)
        .map(
            any -> {
              int at = Arrays.binarySearch(cumulated, random.nextDouble() * all);
              return at < 0 ? -at - 1 : at;
            })
        .toArray();
  }

  private record FirstKeys(int count) implements CacheWarmupStrategy<Object, Object> {

    @Override
    public Stream<Object> getKeysToWarmup() {
      return IntStream.range(0, count).mapToObj(key -> (Object) key);
    }

    @Override
    public Object loadData(Object key) {
      return "value";
    }

    @Override
    public String getCacheName() {
      return "cache";
    }
  }
}
