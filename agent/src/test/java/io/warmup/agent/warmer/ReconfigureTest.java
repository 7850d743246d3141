package io.warmup.agent.warmer;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.Concurrency;
import io.warmup.agent.config.Rollout;
import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.config.key.Key;
import io.warmup.agent.config.key.Key.Effect;
import io.warmup.agent.config.key.Keys;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.Scenario.Strategy;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** When what the file says of a strategy holds: the README's column is what happens. */
@Timeout(30)
class ReconfigureTest {

  private static final Rollout NOBODY = new Rollout(100, 0, "here", List.of());

  /** What a run takes with it at its start, by the name of its key. */
  private static final Map<String, UnaryOperator<Draft>> NEXT_RUN =
      Map.ofEntries(
          Map.entry("enabled", d -> d.with("enabled", false)),
          Map.entry("cache", d -> d.with("cache", "other")),
          Map.entry("batch-size", d -> d.with("batchSize", 3)),
          Map.entry("retries", d -> d.with("retries", 7)),
          Map.entry("give-up-after", d -> d.with("giveUpAfter", 9)),
          Map.entry("timeout", d -> d.with("timeout", Duration.ofHours(1))),
          Map.entry("load-timeout", d -> d.with("loadTimeout", Duration.ofHours(1))),
          Map.entry("ttl", d -> d.with("ttl", Duration.ofHours(1))),
          Map.entry("ttl-jitter", d -> d.with("ttlJitter", 0.5)),
          Map.entry("only-missing", d -> d.with("onlyMissing", true)),
          Map.entry("limit", d -> d.with("limit", 5L)),
          Map.entry("priority", d -> d.with("priority", 5)),
          Map.entry("after", d -> d.with("after", List.of("other"))));

  @TestFactory
  Stream<DynamicTest> aRunKeepsToWhatItBeganWith() {
    return NEXT_RUN.entrySet().stream()
        .map(change -> DynamicTest.dynamicTest(change.getKey(), () -> keepsTo(change.getValue())));
  }

  private static void keepsTo(UnaryOperator<Draft> change) {
    ManagedStrategy<?, ?> strategy = managed(new Strategy("hot").keys(1));
    Plan.Step begun = Plan.of(strategy).get(0);
    StrategyConfig edited = change.apply(new Draft(begun.terms().config())).config;
    strategy.reconfigure(edited, NOBODY);

    assertThat(begun.terms().config()).isNotEqualTo(edited);
    assertThat(Plan.of(strategy).get(0).terms().config()).isEqualTo(edited);
  }

  @Test
  void theReferenceSaysOfEachKeyWhatIsShownHere() {
    assertThat(keysOfStrategies(Effect.NEXT_RUN))
        .containsExactlyElementsOf(
            new TreeSet<>(
                Stream.concat(NEXT_RUN.keySet().stream(), Stream.of("scope"))
                    .collect(Collectors.toSet())));
    assertThat(keysOfStrategies(Effect.AT_ONCE))
        .containsExactly("background-rate", "concurrency", "rate", "schedule", "time-zone");
    assertThat(keysOfStrategies(Effect.RESTART)).containsExactly("settings");
  }

  private static TreeSet<String> keysOfStrategies(Effect effect) {
    return Keys.all().stream()
        .filter(key -> key.effect() == effect)
        .filter(key -> List.of("defaults", "strategies").contains(key.section().root()))
        .map(Key::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void moreLoadsMayBeInFlightAtOnce() throws Exception {
    Semaphore loading = new Semaphore(0);
    CountDownLatch go = new CountDownLatch(1);
    Strategy strategy =
        new Strategy("hot")
            .keys(100)
            .concurrency(1)
            .loader(
                key -> {
                  loading.release();
                  go.await();
                  return key;
                });
    try (Scenario scenario = new Scenario()) {
      scenario.add(strategy);
      Run run = scenario.service().start(Trigger.START_UP);
      loading.acquire();
      strategy.concurrency = new Concurrency.Fixed(3);
      scenario.reconfigure();
      loading.acquire(2);
      go.countDown();
      assertThat(Scenario.over(run).strategies().get(0).stats().warmed()).isEqualTo(100);
    }
  }

  @Test
  void theRateIsAnotherOneAtOnce() {
    Strategy said = new Strategy("hot").keys(1);
    said.rate = 1;
    ManagedStrategy<?, ?> strategy = managed(said);
    assertThat(strategy.rate.unlimited()).isFalse();

    strategy.reconfigure(new Draft(strategy.terms().config()).with("rate", 0.0).config, NOBODY);
    assertThat(strategy.rate.unlimited()).isTrue();
    strategy.reconfigure(
        new Draft(strategy.terms().config()).with("backgroundRate", 5.0).config, NOBODY);
    assertThat(strategy.rate.unlimited()).as("traffic is held back").isTrue();
    strategy.toBackgroundRate();
    assertThat(strategy.rate.unlimited()).as("traffic is open").isFalse();
  }

  @Test
  void aScheduleThatIsEditedCountsFromThenOn() {
    VirtualTime time = VirtualTime.standing();
    Strategy said = new Strategy("hot").keys(1);
    said.schedule = List.of("every 30m");
    ManagedStrategy<?, ?> strategy =
        ManagedStrategy.of(said.binding(name -> java.util.Optional.empty()), time, () -> 0.5);
    AtomicInteger runs = new AtomicInteger();
    Scheduler scheduler =
        new Scheduler(List.of(strategy), time, due -> runs.incrementAndGet(), line -> {});

    time.advance(Duration.ofMinutes(20).toNanos());
    strategy.reconfigure(
        new Draft(strategy.terms().config()).with("schedule", List.of("every 5m")).config, NOBODY);
    scheduler.tick();
    assertThat(runs).hasValue(0);
    time.advance(Duration.ofMinutes(5).toNanos());
    scheduler.tick();
    assertThat(runs).hasValue(1);
    strategy.reconfigure(
        new Draft(strategy.terms().config()).with("schedule", List.of()).config, NOBODY);
    time.advance(Duration.ofMinutes(60).toNanos());
    scheduler.tick();
    assertThat(runs).hasValue(1);
  }

  @Test
  void oneThatWasOffAtTheStartHasNotBeenInitialized() {
    Strategy off = new Strategy("hot").keys(1);
    off.enabled = false;
    ManagedStrategy<?, ?> strategy = managed(off);
    strategy.reconfigure(new Draft(strategy.terms().config()).with("enabled", true).config, NOBODY);

    assertThat(Plan.of(strategy).get(0).obstacle()).contains("after a restart");
  }

  @Test
  void aHoldoutHoldsFromTheNextRunOn() {
    ManagedStrategy<?, ?> strategy = managed(new Strategy("hot").keys(1));
    Terms begun = strategy.terms();
    strategy.reconfigure(begun.config(), new Rollout(100, 0.1, "here", List.of()));

    assertThat(begun.split()).isNull();
    assertThat(strategy.terms().split()).isNotNull();
  }

  private static ManagedStrategy<?, ?> managed(Strategy strategy) {
    return ManagedStrategy.of(
        strategy.binding(name -> java.util.Optional.empty()), Time.SYSTEM, () -> 0.5);
  }

  /** A section of the file under the operator's pen. */
  private record Draft(StrategyConfig config) {

    /** The same section with another value of one component. */
    Draft with(String component, Object value) {
      try {
        RecordComponent[] components = StrategyConfig.class.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
          types[i] = components[i].getType();
          values[i] =
              components[i].getName().equals(component)
                  ? value
                  : components[i].getAccessor().invoke(config);
        }
        return new Draft(StrategyConfig.class.getConstructor(types).newInstance(values));
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
  }
}
