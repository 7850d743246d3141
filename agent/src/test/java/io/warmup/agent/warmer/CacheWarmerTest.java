package io.warmup.agent.warmer;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.warmer.Scenario.Strategy;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One strategy's run, seen from its cache and its result. */
@Timeout(30)
class CacheWarmerTest {

  private final Scenario scenario = new Scenario();

  @AfterEach
  void close() {
    scenario.close();
  }

  @Test
  void putsEveryValueUnderItsKey() throws Exception {
    scenario.add("S").keys(1000);

    StrategyResult result = runOne();

    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.stats().warmed()).isEqualTo(1000);
    assertThat(result.stats().total()).isEqualTo(1000);
    assertThat(scenario.cache("cache").entries).hasSize(1000).containsEntry(7, "7");
    assertThat(scenario.cache("cache").openFences).hasValue(0);
  }

  @Test
  void nullIsAbsentAndNotPut() throws Exception {
    scenario.add("S").keys(10).loader(key -> (int) key % 2 == 0 ? key : null);

    StrategyResult result = runOne();

    assertThat(result.stats().absent()).isEqualTo(5);
    assertThat(result.stats().failed()).isZero();
    assertThat(scenario.cache("cache").entries).containsOnlyKeys(0, 2, 4, 6, 8);
  }

  @Test
  void oneFailingKeyCostsOnlyItself() throws Exception {
    scenario.add("S").keys(100).loader(failingOn(13));

    StrategyResult result = runOne();

    assertThat(result.stats().warmed()).isEqualTo(99);
    assertThat(result.stats().failed()).isEqualTo(1);
    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.note()).contains("boom");
  }

  @Test
  void bulkLoadsGetBatchesOfTheConfiguredSize() throws Exception {
    List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    scenario.add(
        new Strategy("S")
            .keys(25)
            .bulk(
                10,
                keys -> {
                  sizes.add(keys.size());
                  return keys.stream().collect(Collectors.toMap(Function.identity(), k -> k));
                }));

    StrategyResult result = runOne();

    assertThat(sizes).containsExactlyInAnyOrder(10, 10, 5);
    assertThat(result.stats().warmed()).isEqualTo(25);
    assertThat(result.load().count()).isEqualTo(3);
  }

  @Test
  void aKeyMissingInABulkAnswerIsAbsent() throws Exception {
    scenario.add(new Strategy("S").keys(10).bulk(10, keys -> Map.of(3, "three")));

    StrategyResult result = runOne();

    assertThat(result.stats().warmed()).isEqualTo(1);
    assertThat(result.stats().absent()).isEqualTo(9);
  }

  @Test
  void aFailedBulkLoadFailsItsKeysAlone() throws Exception {
    scenario.add(
        new Strategy("S")
            .keys(20)
            .bulk(
                10,
                keys -> {
                  if (keys.contains(0)) {
                    throw new IllegalStateException("boom");
                  }
                  return keys.stream().collect(Collectors.toMap(Function.identity(), k -> k));
                }));

    StrategyResult result = runOne();

    assertThat(result.stats().failed()).isEqualTo(10);
    assertThat(result.stats().warmed()).isEqualTo(10);
  }

  @Test
  void asManyLoadsInFlightAsConcurrencyAllowsAndNeverMore() throws Exception {
    AtomicInteger inFlight = new AtomicInteger();
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    CyclicBarrier sevenTogether = new CyclicBarrier(7);
    scenario
        .add("S")
        .keys(700)
        .concurrency(7)
        .loader(
            key -> {
              seen.add(inFlight.incrementAndGet());
              if ((int) key < 7) {
                sevenTogether.await(10, TimeUnit.SECONDS);
              }
              inFlight.decrementAndGet();
              return key;
            });

    StrategyResult result = runOne();

    assertThat(result.stats().warmed()).isEqualTo(700);
    assertThat(Collections.max(seen)).isEqualTo(7);
  }

  @Test
  void theBoundHoldsAcrossRunsOfAStrategy() throws Exception {
    AtomicInteger inFlight = new AtomicInteger();
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    scenario
        .add("S")
        .keys(2000)
        .concurrency(3)
        .loader(
            key -> {
              seen.add(inFlight.incrementAndGet());
              Thread.yield();
              inFlight.decrementAndGet();
              return key;
            });

    Run whole = scenario.service().start(RunResult.Trigger.START_UP);
    List<Run> single =
        IntStream.range(0, 50).mapToObj(key -> scenario.service().warmupSingle("S", key)).toList();
    Scenario.over(whole);
    for (Run run : single) {
      assertThat(Scenario.over(run).strategies().get(0).stats().warmed()).isEqualTo(1);
    }

    assertThat(Collections.max(seen)).isLessThanOrEqualTo(3);
  }

  @Test
  void pullsNoFurtherAheadThanItsWorkersCanHold() throws Exception {
    AtomicInteger pulled = new AtomicInteger();
    AtomicInteger loaded = new AtomicInteger();
    AtomicInteger furthest = new AtomicInteger();
    scenario
        .add("S")
        .concurrency(2)
        .keys(
            () ->
                Stream.iterate(0, i -> i + 1)
                    .peek(i -> pulled.incrementAndGet())
                    .limit(50_000)
                    .map(i -> i))
        .loader(
            key -> {
              furthest.accumulateAndGet(pulled.get() - loaded.incrementAndGet(), Math::max);
              return key;
            });

    runOne();

    assertThat(furthest.get()).isLessThanOrEqualTo(3 * 256);
  }

  @Test
  void theStreamIsClosedWhateverHappens() throws Exception {
    AtomicInteger closed = new AtomicInteger();
    scenario.add("Whole").keys(() -> Stream.<Object>of(1, 2).onClose(closed::incrementAndGet));
    scenario
        .add("Throws")
        .keys(
            () ->
                Stream.<Object>of(1, 2)
                    .peek(
                        key -> {
                          throw new IllegalStateException("no more");
                        })
                    .onClose(closed::incrementAndGet));
    Strategy limited = scenario.add("Limited");
    limited.limit = 1;
    limited.keys(() -> Stream.<Object>of(1, 2).onClose(closed::incrementAndGet));

    RunResult result = scenario.runAll();

    assertThat(closed).hasValue(3);
    assertThat(outcomes(result))
        .containsEntry("Throws", Outcome.FAILED)
        .containsEntry("Whole", Outcome.DONE)
        .containsEntry("Limited", Outcome.DONE);
  }

  @Test
  void theTotalIsUnknownWhenTheStreamDoesNotKnowIt() throws Exception {
    CountDownLatch loading = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Scenario.Loader waiting =
        key -> {
          loading.countDown();
          goOn.await();
          return key;
        };
    scenario.add("Knows").keys(5).loader(waiting);
    scenario
        .add("Guesses")
        .keys(() -> Stream.<Object>of(1, 2, 3).filter(k -> true))
        .loader(waiting);
    Run run = scenario.service().start(RunResult.Trigger.START_UP);
    loading.await();

    assertThat(run.total().percent()).isNaN();
    goOn.countDown();

    RunResult result = Scenario.over(run);
    assertThat(result.strategies())
        .extracting(s -> s.stats().total())
        .containsExactlyInAnyOrder(5L, 3L);
  }

  @Test
  void strategyCodeSeesItsOwnContextClassLoader() throws Exception {
    ClassLoader own = new ClassLoader("own", null) {};
    Set<ClassLoader> seen = ConcurrentHashMap.newKeySet();
    Strategy strategy =
        new Strategy("S") {
          @Override
          ClassLoader contextLoader() {
            return own;
          }
        };
    scenario.add(
        strategy
            .keys(
                () -> {
                  seen.add(Thread.currentThread().getContextClassLoader());
                  return Stream.<Object>of(1)
                      .onClose(() -> seen.add(Thread.currentThread().getContextClassLoader()));
                })
            .loader(
                key -> {
                  seen.add(Thread.currentThread().getContextClassLoader());
                  return key;
                }));

    runOne();

    assertThat(seen).containsExactly(own);
  }

  @Test
  void onlyMissingKeysAreLoaded() throws Exception {
    scenario.cache("cache").entries.put(3, "old");
    Set<Object> loaded = ConcurrentHashMap.newKeySet();
    Strategy strategy = scenario.add("S").keys(5);
    strategy.onlyMissing = true;
    strategy.loader(
        key -> {
          loaded.add(key);
          return key;
        });

    StrategyResult result = runOne();

    assertThat(loaded).containsExactlyInAnyOrder(0, 1, 2, 4);
    assertThat(result.alreadyPresent()).isEqualTo(1);
    assertThat(scenario.cache("cache").entries).containsEntry(3, "old");
  }

  @Test
  void aCacheThatIsNotThereFailsTheStrategyInWords() throws Exception {
    scenario.add("S").keys(5).cache("no-such-cache");

    StrategyResult result = runOne();

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.note()).contains("no-such-cache");
  }

  @Test
  void keysThatCannotBeListedFailTheStrategyInWords() throws Exception {
    scenario
        .add("S")
        .keys(
            () -> {
              throw new IllegalStateException("no orders");
            });

    StrategyResult result = runOne();

    assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(result.note()).contains("no orders");
  }

  @Test
  void anInterruptLeftBehindByAStrategyHurtsNobody() throws Exception {
    scenario
        .add("S")
        .keys(500)
        .loader(
            key -> {
              Thread.currentThread().interrupt();
              return key;
            });

    assertThat(runOne().stats().warmed()).isEqualTo(500);
  }

  @Test
  void ttlIsPassedOnWithJitterEitherWay() throws Exception {
    Strategy strategy = scenario.add("S").keys(1);
    strategy.ttl = Duration.ofMinutes(10);

    runOne();

    assertThat(scenario.cache("cache").ttls).containsEntry(0, Duration.ofMinutes(10));
    assertThat(new TimeToLive(Duration.ofMinutes(10), 0.1, () -> 0).next())
        .isEqualTo(Duration.ofMinutes(9));
    assertThat(new TimeToLive(Duration.ofMinutes(10), 0.1, () -> 1).next())
        .isEqualTo(Duration.ofMinutes(11));
  }

  @Test
  void whatIsPutAroundAWorkerRunsOnItsThread() throws Exception {
    ThreadLocal<String> scope = ThreadLocal.withInitial(() -> "none");
    Set<Object> seen = ConcurrentHashMap.newKeySet();
    Strategy strategy = scenario.add("S").keys(10);
    strategy.around =
        task ->
            () -> {
              scope.set("request");
              task.run();
            };
    strategy.loader(
        key -> {
          seen.add(scope.get());
          return key;
        });

    runOne();

    assertThat(seen).containsExactly("request");
  }

  @Test
  void aThreadThatCannotBeSetUpFailsTheStrategyInsteadOfHoldingIt() throws Exception {
    scenario.add("Swallows").keys(10).around = task -> () -> {};
    scenario.add("Throws").keys(10).around =
        task -> {
          throw new IllegalStateException("no request scope");
        };

    RunResult result = scenario.runAll();

    assertThat(result.strategies()).allMatch(s -> s.outcome() == Outcome.FAILED);
    assertThat(result.strategies()).anyMatch(s -> ("" + s.note()).contains("no request scope"));
  }

  private StrategyResult runOne() throws InterruptedException {
    return scenario.runAll().strategies().get(0);
  }

  private static Scenario.Loader failingOn(Object bad) {
    return key -> {
      if (key.equals(bad)) {
        throw new IllegalStateException("boom");
      }
      return key;
    };
  }

  private static Map<String, Outcome> outcomes(RunResult result) {
    return result.strategies().stream()
        .collect(Collectors.toMap(s -> s.stats().strategy(), StrategyResult::outcome));
  }
}
