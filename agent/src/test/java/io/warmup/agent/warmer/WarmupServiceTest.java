package io.warmup.agent.warmer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.Scenario.Strategy;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import io.warmup.api.WarmupListener;
import io.warmup.api.WarmupStats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs of several strategies: order, deadline, gate, schedule, on demand, shut-down. */
@Timeout(30)
class WarmupServiceTest {

  private final Scenario scenario = new Scenario();
  private final CountDownLatch release = new CountDownLatch(1);

  @AfterEach
  void close() {
    release.countDown();
    scenario.close();
  }

  @Test
  void higherPrioritiesComeFirst() throws Exception {
    scenario.add("Low").keys(1).priority(1);
    scenario.add("High").keys(1).priority(100);
    scenario.add("Middle").keys(1).priority(50);

    scenario.runAll();

    assertThat(scenario.observed.events)
        .containsExactly(
            "run [High, Middle, Low]",
            "start High",
            "end High",
            "start Middle",
            "end Middle",
            "start Low",
            "end Low",
            "over");
  }

  @Test
  void equalPrioritiesRunTogether() throws Exception {
    CyclicBarrier both = new CyclicBarrier(2);
    Scenario.Loader meeting = key -> both.await(10, TimeUnit.SECONDS);
    scenario.add("One").keys(1).loader(meeting);
    scenario.add("Other").keys(1).loader(meeting);

    RunResult result = scenario.runAll();

    assertThat(result.strategies()).allMatch(strategy -> strategy.stats().warmed() == 1);
  }

  @Test
  void whatAStrategyComesAfterHasEndedWhenItStarts() throws Exception {
    scenario.add("Second").keys(1).after("First");
    scenario.add("First").keys(1);

    scenario.runAll();

    assertThat(scenario.observed.events).containsSubsequence("end First", "start Second");
  }

  @Test
  void whatAnUrgentStrategyComesAfterIsAsUrgent() throws Exception {
    scenario.add("Urgent").keys(1).priority(100).after("Base");
    scenario.add("Base").keys(1).priority(1);
    scenario.add("Middle").keys(1).priority(50);

    scenario.runAll();

    assertThat(scenario.observed.events)
        .containsSubsequence("end Base", "start Urgent", "end Urgent", "start Middle");
  }

  @Test
  void whatCannotRunIsSaidInWordsAndHoldsUpNobody() throws Exception {
    scenario.add("Egg").keys(1).after("Hen");
    scenario.add("Hen").keys(1).after("Egg");
    scenario.add("Orphan").keys(1).after("Nobody");
    scenario.add("Off").keys(1).enabled = false;
    scenario.add("Broken").keys(() -> Collections.emptyIterator().next() == null ? null : null);
    scenario.add("Dependent").keys(1).after("Broken");
    scenario.add("Fine").keys(1);

    RunResult result = scenario.runAll();

    assertThat(note(result, "Egg")).contains("after itself");
    assertThat(note(result, "Hen")).contains("after itself");
    assertThat(note(result, "Orphan")).contains("Nobody", "not there");
    assertThat(note(result, "Off")).contains("switched off");
    assertThat(note(result, "Dependent")).contains("Broken");
    assertThat(of(result, "Fine").stats().warmed()).isEqualTo(1);
  }

  @Test
  void atTheGatesDeadlineTheRunGoesOnAtTheBackgroundRate() throws Exception {
    VirtualTime time = VirtualTime.standing();
    Strategy strategy = scenario.at(time).add("S").keys(3);
    strategy.rate = 1_000;
    strategy.backgroundRate = 1;
    CountDownLatch first = new CountDownLatch(1);
    strategy
        .concurrency(1)
        .loader(
            key -> {
              first.countDown();
              release.await();
              return key;
            });
    Run run = scenario.service().start(Trigger.START_UP);
    first.await();

    assertThat(run.await(Duration.ZERO)).isFalse();
    run.openGate();
    release.countDown();
    while (!run.await(Duration.ofMillis(1))) {
      time.advance(TimeUnit.MILLISECONDS.toNanos(100));
    }

    assertThat(time.nanos()).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(1));
    assertThat(run.result().orElseThrow().strategies().get(0).stats().warmed()).isEqualTo(3);
  }

  @Test
  void aStrategyEndsAtItsOwnTimeout() throws Exception {
    VirtualTime time = VirtualTime.standing();
    Strategy strategy = scenario.at(time).add("S").keys(100).concurrency(1);
    strategy.timeout = Duration.ofSeconds(30);
    CountDownLatch loading = new CountDownLatch(1);
    strategy.loader(
        key -> {
          loading.countDown();
          release.await();
          return key;
        });
    Run run = scenario.service().start(Trigger.START_UP);
    loading.await();

    time.advance(TimeUnit.SECONDS.toNanos(31));

    StrategyResult result = Scenario.over(run).strategies().get(0);
    assertThat(result.outcome()).isEqualTo(Outcome.TIMED_OUT);
    assertThat(result.note()).contains("30s");
    assertThat(result.stats().failed()).isEqualTo(1);
  }

  @Test
  void aKeyStreamThatHangsEndsAtTheTimeoutToo() throws Exception {
    VirtualTime time = VirtualTime.standing();
    Strategy strategy = scenario.at(time).add("S");
    strategy.timeout = Duration.ofSeconds(30);
    CountDownLatch listing = new CountDownLatch(1);
    strategy.keys(
        () -> {
          listing.countDown();
          awaitDeaf(release);
          throw new IllegalStateException("too late");
        });
    Run run = scenario.service().start(Trigger.START_UP);
    listing.await();

    time.advance(TimeUnit.SECONDS.toNanos(31));

    assertThat(Scenario.over(run).strategies().get(0).outcome()).isEqualTo(Outcome.TIMED_OUT);
  }

  @Test
  void aLoadThatHangsIsAbandonedAndKeepsItsPlaceUntilItReturns() throws Exception {
    VirtualTime time = VirtualTime.standing();
    Strategy strategy = scenario.at(time).add("S").keys(50).concurrency(2);
    strategy.loadTimeout = Duration.ofSeconds(5);
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch othersDone = new CountDownLatch(49);
    strategy.loader(
        key -> {
          if (key.equals(0)) {
            hanging.countDown();
            awaitDeaf(release);
          }
          othersDone.countDown();
          return key;
        });
    Run run = scenario.service().start(Trigger.START_UP);
    hanging.await();
    othersDone.await();
    assertThat(run.await(Duration.ZERO)).isFalse();

    time.advance(TimeUnit.SECONDS.toNanos(6));

    StrategyResult result = Scenario.over(run).strategies().get(0);
    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.stats().warmed()).isEqualTo(49);
    assertThat(result.stats().failed()).isEqualTo(1);
    assertThat(result.note()).contains("no answer in 5s");
    assertThat(scenario.cache("cache").entries).doesNotContainKey(0);
  }

  @Test
  void whenEveryPlaceIsStuckTheStrategyIsGivenUp() throws Exception {
    VirtualTime time = VirtualTime.standing();
    Strategy strategy = scenario.at(time).add("S").keys(50).concurrency(2);
    strategy.loadTimeout = Duration.ofSeconds(5);
    CountDownLatch hanging = new CountDownLatch(2);
    strategy.loader(
        key -> {
          hanging.countDown();
          awaitDeaf(release);
          return key;
        });
    Run run = scenario.service().start(Trigger.START_UP);
    hanging.await();

    while (!run.await(Duration.ofMillis(1))) {
      time.advance(TimeUnit.SECONDS.toNanos(6));
    }

    StrategyResult result = run.result().orElseThrow().strategies().get(0);
    assertThat(result.outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(result.stats().failed()).isEqualTo(2);
  }

  @Test
  void aSourceThatIsDownIsLeftAlone() throws Exception {
    Strategy strategy = scenario.add("S").keys(100_000).concurrency(2);
    strategy.giveUpAfter = 20;
    strategy.loader(
        key -> {
          throw new IllegalStateException("connection refused");
        });

    StrategyResult result = scenario.runAll().strategies().get(0);

    assertThat(result.outcome()).isEqualTo(Outcome.GIVEN_UP);
    assertThat(result.note()).contains("20 loads in a row failed", "connection refused");
    assertThat(result.stats().failed()).isBetween(20L, 22L);
  }

  @Test
  void failuresWithSuccessesBetweenBreakNothing() throws Exception {
    Strategy strategy = scenario.add("S").keys(1_000).concurrency(1);
    strategy.giveUpAfter = 2;
    strategy.loader(
        key -> {
          if ((int) key % 2 == 0) {
            throw new IllegalStateException("boom");
          }
          return key;
        });

    StrategyResult result = scenario.runAll().strategies().get(0);

    assertThat(result.outcome()).isEqualTo(Outcome.DONE);
    assertThat(result.stats().failed()).isEqualTo(500);
  }

  @Test
  void oneKeyAndAListAreWarmedOnDemand() throws Exception {
    scenario.add("S").keys(1_000);

    Scenario.over(scenario.service().warmupSingle("S", 5));
    Scenario.over(scenario.service().warmupBatch("S", List.of(7, 8)));

    assertThat(scenario.cache("cache").entries).containsOnlyKeys(5, 7, 8);
    assertThatThrownBy(() -> scenario.service().warmupSingle("T", 5))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("[S]");
  }

  @Test
  void oneStrategyIsRunOnDemandWithoutTheOthers() throws Exception {
    scenario.add("A").keys(1).cache("a");
    scenario.add("B").keys(1).cache("b").after("A");

    Scenario.over(scenario.service().start(Trigger.ON_DEMAND, "B"));

    assertThat(scenario.cache("b").entries).hasSize(1);
    assertThat(scenario.cache("a").entries).isEmpty();
  }

  @Test
  void scheduledRunsThatWouldOverlapAreSkippedAndCounted() throws Exception {
    VirtualTime time = VirtualTime.standing();
    Strategy strategy = scenario.at(time).add("S").keys(1);
    strategy.schedule = List.of("every 10m");
    strategy.loadTimeout = Duration.ofDays(1);
    CountDownLatch loading = new CountDownLatch(1);
    strategy.loader(
        key -> {
          loading.countDown();
          release.await();
          return key;
        });
    WarmupService service = scenario.service();
    service.startSchedules();

    time.advance(TimeUnit.MINUTES.toNanos(10));
    loading.await();
    time.advance(TimeUnit.MINUTES.toNanos(10));
    until(() -> service.skippedRuns("S") == 1);
    release.countDown();
    until(() -> service.history().size() == 1);
    time.advance(TimeUnit.MINUTES.toNanos(10));
    until(() -> service.history().size() == 2);

    assertThat(service.history()).allMatch(run -> run.trigger() == Trigger.SCHEDULE);
    assertThat(service.skippedRuns("S")).isEqualTo(1);
  }

  @Test
  void theLastHundredRunsAreKept() throws Exception {
    scenario.add("S").keys(1);

    for (int i = 0; i < 105; i++) {
      Scenario.over(scenario.service().warmupSingle("S", i));
    }

    assertThat(scenario.service().history())
        .extracting(RunResult::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(6, 105).boxed().toList());
  }

  @Test
  void stopEndsTheRunAtOnceAndTheNextOneRuns() throws Exception {
    CountDownLatch loading = new CountDownLatch(4);
    scenario
        .add("S")
        .keys(100)
        .loader(
            key -> {
              loading.countDown();
              release.await();
              return key;
            });
    scenario.add("Later").keys(1).priority(-1);
    Run run = scenario.service().start(Trigger.START_UP);
    loading.await();

    scenario.service().stop();

    RunResult result = Scenario.over(run);
    assertThat(of(result, "S").outcome()).isEqualTo(Outcome.STOPPED);
    assertThat(of(result, "S").stats().failed()).isEqualTo(4);
    assertThat(of(result, "Later").outcome()).isEqualTo(Outcome.NOT_RUN);
    release.countDown();
    assertThat(of(scenario.runAll(), "S").stats().warmed()).isEqualTo(100);
  }

  @Test
  void shutDownInTheMiddleWakesWhoeverAwaitsAndLeavesNoThreadThatMatters() throws Exception {
    CountDownLatch loading = new CountDownLatch(1);
    List<Thread> strategyThreads = Collections.synchronizedList(new ArrayList<>());
    scenario
        .add("S")
        .keys(100)
        .loader(
            key -> {
              strategyThreads.add(Thread.currentThread());
              loading.countDown();
              awaitDeaf(release);
              return key;
            });
    Run run = scenario.service().start(Trigger.START_UP);
    loading.await();

    scenario.service().close();

    assertThat(run.await(Duration.ofSeconds(10))).isTrue();
    assertThat(strategyThreads).isNotEmpty().allMatch(Thread::isDaemon);
    assertThat(Scenario.over(scenario.service().start(Trigger.ON_DEMAND)).strategies())
        .allMatch(strategy -> strategy.outcome() != Outcome.DONE);
  }

  @Test
  void aTtlThatTheCacheCannotSetIsSaidOnce() throws Exception {
    Strategy strategy = scenario.add("S").keys(5).cache("no-ttl");
    strategy.ttl = Duration.ofHours(1);

    scenario.runAll();
    scenario.runAll();

    assertThat(scenario.observed.warnings).singleElement().asString().contains("S", "no-ttl", "1h");
  }

  @Test
  void listenersAreToldInOrderAndOneThatThrowsIsDropped() throws Exception {
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch finished = new CountDownLatch(2);
    scenario.listeners.add(
        new WarmupListener() {
          @Override
          public void started(String strategy) {
            throw new IllegalStateException("listener boom");
          }

          @Override
          public void finished(WarmupStats stats) {
            told.add("never");
          }
        });
    scenario.listeners.add(
        new WarmupListener() {
          @Override
          public void started(String strategy) {
            told.add("started " + strategy);
          }

          @Override
          public void finished(WarmupStats stats) {
            told.add("finished " + stats.strategy() + " " + stats.warmed());
            finished.countDown();
          }
        });
    scenario.add("A").keys(3).priority(2);
    scenario.add("B").keys(4).priority(1);

    scenario.runAll();
    finished.await();

    assertThat(told).containsExactly("started A", "finished A 3", "started B", "finished B 4");
    assertThat(scenario.observed.warnings)
        .singleElement()
        .asString()
        .contains("listener boom", "not called again");
  }

  @Test
  void twoStrategiesOfOneNameAreReported() throws Exception {
    scenario.add("S").keys(1);
    scenario.add("S").keys(1);

    assertThat(scenario.runAll().strategies()).hasSize(1);
    assertThat(scenario.observed.warnings).singleElement().asString().contains("two", "S");
  }

  /** Waits as a socket does: an interrupt changes nothing. */
  private static void awaitDeaf(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException ignored) {
        // Deaf.
      }
    }
  }

  /** For what only the service's own timer does. */
  private static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  private static StrategyResult of(RunResult result, String strategy) {
    return result.strategies().stream()
        .filter(s -> s.stats().strategy().equals(strategy))
        .findFirst()
        .orElseThrow();
  }

  private static String note(RunResult result, String strategy) {
    return String.valueOf(of(result, strategy).note());
  }
}
