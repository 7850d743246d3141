package io.warmup.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.bridge.WarmupAnswers;
import io.warmup.agent.config.Observe;
import io.warmup.agent.instrument.caffeine.BuildSites;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.RecordedCache;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.recorder.StoredKeys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The window, and what an edit of its settings does to the one that is open. */
@Timeout(20)
class ObservationWindowTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration MOMENT = Duration.ofNanos(1);

  private final Recorder recorder = new Recorder(new BuildSites(), Clock.systemUTC());
  private final Semaphore told = new Semaphore(0);
  private final List<Object> stores = new ArrayList<>();
  private final List<String> warnings = new CopyOnWriteArrayList<>();
  private final CountDownLatch ending = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @AfterEach
  void close() {
    recorder.close();
  }

  @Test
  void endsAtOnceWhenItIsMadeShorterThanItHasBeenOpen() throws InterruptedException {
    ObservationWindow window = window(LONG);
    window.open();
    assertThat(recorder.opened()).isNotNull();

    window.configure(observe(MOMENT));
    told.acquire();
    assertThat(recorder.opened()).isNull();
  }

  @Test
  void staysOpenWhenItIsMadeLonger() {
    ObservationWindow window = window(LONG);
    window.open();
    window.configure(observe(LONG.multipliedBy(2)));
    assertThat(recorder.opened()).isNotNull();

    window.end();
    assertThat(told.tryAcquire()).isTrue();
  }

  @Test
  void opensWhenThereWasNoneAndTrafficIsOpen() {
    ObservationWindow window = window(Duration.ZERO);
    window.configure(observe(LONG));
    assertThat(recorder.opened()).as("traffic is held back").isNull();

    window.configure(observe(Duration.ZERO));
    window.open();
    assertThat(recorder.opened()).isNull();
    window.configure(observe(LONG));
    assertThat(recorder.opened()).isNotNull();
    window.end();
  }

  @Test
  void oneThatIsOverIsNotOpenedByAnEdit() {
    ObservationWindow window = window(LONG);
    window.open();
    window.end();
    window.configure(observe(LONG.multipliedBy(2)));

    assertThat(recorder.opened()).isNull();
    assertThat(told.availablePermits()).isOne();
  }

  @Test
  void opensAgainWhenItIsAskedTo() {
    ObservationWindow window = window(LONG);
    window.open();
    window.end();
    window.open();
    assertThat(recorder.opened()).isNotNull();

    window.end();
    assertThat(told.availablePermits()).isEqualTo(2);
  }

  @Test
  void nothingIsRecordedAfterAWindowThatCouldNotBeLookedAt() {
    ObservationWindow window =
        window(
            LONG,
            () -> {
              throw new IllegalStateException("no look today");
            });
    window.open();
    window.end();
    assertThat(recorder.opened()).isNull();
    assertThat(told.availablePermits()).isZero();
    assertThat(warnings).singleElement().asString().contains("no look today");
  }

  @Test
  void nothingIsRecordedAfterAWindowThatSomebodyCouldNotBeToldOf() {
    AtomicBoolean listening = new AtomicBoolean();
    recorder.beforeClosing(
        () -> {
          if (!listening.get()) {
            throw new IllegalStateException("not listening");
          }
        });
    ObservationWindow window = window(LONG);
    window.open();
    window.end();
    assertThat(recorder.opened()).isNull();
    assertThat(warnings).singleElement().asString().contains("not listening");
    listening.set(true);
  }

  /** Two edits of the mode while a report is being made. */
  @Test
  void theNextOneBeginsWhenTheOneBeforeIsTold() throws InterruptedException {
    ObservationWindow window = windowWhoseEndWaits();
    Instant first = recorder.opened();
    Thread before = new Thread(window::end);
    before.start();
    ending.await();

    window.open();
    assertThat(recorder.opened()).as("the old one is not told yet").isSameAs(first);
    mayEnd.countDown();
    before.join();
    assertThat(told.tryAcquire()).isTrue();
    assertThat(recorder.opened()).isNotNull().isNotSameAs(first);
    window.end();
  }

  /** A JVM that is on its way down must not cut the report off. */
  @Test
  void whoEndsItAgainWaitsUntilItIsTold() throws InterruptedException {
    ObservationWindow window = windowWhoseEndWaits();
    Thread first = new Thread(window::end);
    first.start();
    ending.await();
    AtomicBoolean toldBefore = new AtomicBoolean();
    Thread again =
        new Thread(
            () -> {
              window.end();
              toldBefore.set(told.tryAcquire());
            });
    again.start();
    while (again.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    mayEnd.countDown();
    again.join();
    first.join();
    assertThat(toldBefore).isTrue();
  }

  /** Its timer would end the next one before its time. */
  @Test
  void oneThatIsEndedEarlyLeavesNoTimerBehind() throws InterruptedException {
    ObservationWindow window = window(LONG);
    window.open();
    List<Thread> timers = timers();
    assertThat(timers).isNotEmpty();
    window.end();
    for (Thread timer : timers) {
      timer.join();
    }
  }

  private static List<Thread> timers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("warmup-window"))
        .toList();
  }

  /** Two web applications in one server, say. */
  @Test
  void theRecordGoesOnWhileAnotherApplicationsWindowIsOpen() {
    found();
    ObservationWindow one = window(LONG);
    ObservationWindow other = window(LONG);
    one.open();
    WarmupAnswers.answered(stores.get(0), "key", "answer");
    other.open();
    assertThat(gets()).as("seen before the other one's was opened").isOne();
    one.end();
    assertThat(one.isOpen()).isFalse();
    assertThat(other.isOpen()).isTrue();
    assertThat(isRecorded()).isTrue();
    assertThat(gets()).isOne();

    one.end();
    assertThat(isRecorded()).as("what is over is not ended again").isTrue();
    other.end();
    assertThat(recorder.opened()).isNull();
    assertThat(isRecorded()).isFalse();
    assertThat(told.availablePermits()).isEqualTo(2);
  }

  @Test
  void whatIsWarmedBeforeTrafficIsKeptUntilThereIsNoWindowToKeepItFor() {
    for (Duration length : List.of(Duration.ZERO, LONG)) {
      RecordedCache cache = found();
      ObservationWindow window = window(length);
      window.expect();
      recorder.hold();
      cache.record().keyed().warmed("a");
      recorder.release();
      assertThat(isRecorded()).as("traffic is to come").isTrue();
      window.open();
      assertThat(isRecorded()).isEqualTo(length == LONG);
      window.end();
      assertThat(isRecorded()).isFalse();
    }
  }

  @Test
  void whereTrafficNeverOpensNothingIsKept() {
    RecordedCache cache = found();
    ObservationWindow window = window(LONG);
    window.expect();
    cache.record().keyed().warmed("a");
    window.end();
    assertThat(isRecorded()).isFalse();
    assertThat(told.availablePermits()).isZero();
  }

  private RecordedCache found() {
    Object store = new Object();
    stores.add(store);
    return recorder.found("test", "prices", store, store, StoredKeys.UNKNOWN);
  }

  private boolean isRecorded() {
    return recorder.heldBytes(part -> 1) > 0;
  }

  private long gets() {
    return recorder.observe().stream().mapToLong(CacheObservation::gets).sum();
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** One that is open, and is told of at its end no sooner than it may be. */
  private ObservationWindow windowWhoseEndWaits() {
    ObservationWindow window =
        window(
            LONG,
            () -> {
              ending.countDown();
              awaitUninterruptibly(mayEnd);
            });
    window.open();
    return window;
  }

  private ObservationWindow window(Duration length) {
    return window(length, () -> {});
  }

  private ObservationWindow window(Duration length, Runnable beforeEnd) {
    return new ObservationWindow(
        observe(length), beforeEnd, recorder, seen -> told.release(), warnings::add);
  }

  private static Observe observe(Duration window) {
    return new Observe(window, Duration.ofSeconds(10), List.of());
  }
}
