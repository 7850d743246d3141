package io.warmup.agent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.bridge.WarmupAnswers;
import java.lang.ref.Reference;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which caches are recorded, and when. */
@Timeout(60)
class RecorderTest {

  private static final int ROUNDS = 20_000;

  private final AtomicInteger round = new AtomicInteger();
  private final AtomicInteger found = new AtomicInteger();
  private volatile Recorder recorder = recorder();

  /** A cache that is found just as the window closes is not left recorded. */
  @Test
  void noCacheIsFoundIntoAWindowThatIsOver() throws InterruptedException {
    Thread finder = new Thread(this::findOneEachRound);
    finder.setDaemon(true);
    finder.start();
    for (int i = 1; i <= ROUNDS; i++) {
      recorder = recorder();
      recorder.open();
      round.set(i);
      recorder.close();
      awaitAtLeast(found, i);
      assertThat(recorder.heldBytes(part -> 1)).as("round %s", i).isZero();
    }
    finder.join();
  }

  @Test
  void aWindowBeginsAnewWhenItIsOpenedAgainUnlessAnotherIsOpen() {
    Object store = new Object();
    recorder.met("test", store, StoredKeys.UNKNOWN);
    recorder.open("one");
    hit(store);
    recorder.open("one");
    assertThat(recorder.observe()).isEmpty();

    hit(store);
    recorder.open("other");
    recorder.open("one");
    assertThat(recorder.observe()).singleElement().matches(seen -> seen.gets() == 1);
    recorder.close("one");
    recorder.close("other");
    recorder.open("one");
    assertThat(recorder.observe()).isEmpty();
    Reference.reachabilityFence(store);
  }

  @Test
  void theTimelineGoesByTheWindowThatIsOpenForLongest() {
    Object store = new Object();
    recorder.met("test", store, StoredKeys.UNKNOWN);
    recorder.open("one");
    recorder.open("other");
    hit(store);
    recorder.tick("other");
    hit(store);
    recorder.tick("one");
    recorder.close("one");
    hit(store);
    recorder.tick("other");
    assertThat(recorder.observe().get(0).intervals())
        .extracting(CacheObservation.Interval::hits)
        .containsExactly(2L, 1L);
    Reference.reachabilityFence(store);
  }

  private static void hit(Object store) {
    WarmupAnswers.answered(store, "key", "answer");
  }

  private void findOneEachRound() {
    for (int i = 1; i <= ROUNDS; i++) {
      Object store = new Object();
      awaitAtLeast(round, i);
      recorder.met("test", store, StoredKeys.UNKNOWN);
      found.set(i);
      awaitAtLeast(round, Math.min(i + 1, ROUNDS));
      Reference.reachabilityFence(store);
    }
  }

  private static void awaitAtLeast(AtomicInteger number, int least) {
    while (number.get() < least) {
      Thread.onSpinWait();
    }
  }

  private static Recorder recorder() {
    return new Recorder(new NoSites(), Clock.systemUTC());
  }

  private record NoSites() implements BuildSite.Finder {
    @Override
    public BuildSite.@Nullable Builder here() {
      return null;
    }

    @Override
    public BuildSite using() {
      return new Somewhere();
    }
  }

  private record Somewhere() implements BuildSite {
    @Override
    public String name() {
      return "somewhere";
    }
  }
}
