package io.warmup.agent.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The warm-up's own gets never count, the application's always do. */
@Timeout(60)
class WarmupUncountedTest {

  private static final int GETS = 200_000;
  private static final int APPLICATIONS = 4;

  private final RecordedStore store = new RecordedStore();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void end() throws InterruptedException {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(WarmupUncounted.some).isZero();
  }

  @Test
  void callsNest() {
    WarmupUncounted.enter();
    WarmupUncounted.enter();
    WarmupUncounted.exit();
    assertThat(WarmupUncounted.isOwn()).isTrue();
    WarmupUncounted.exit();
    assertThat(WarmupUncounted.isOwn()).isFalse();
    WarmupUncounted.exit();
    WarmupUncounted.enter();
    assertThat(WarmupUncounted.isOwn()).as("one exit too many changes nothing").isTrue();
    WarmupUncounted.exit();
  }

  @Test
  void countsAreExactWhileOwnThreadsComeAndGo() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<Future<?>> own = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      own.add(
          threads.submit(
              () -> {
                while (!over.get()) {
                  comeAndGo();
                }
              }));
    }
    List<Future<?>> applications = new ArrayList<>();
    for (int i = 0; i < APPLICATIONS; i++) {
      applications.add(threads.submit(this::get));
    }
    for (Future<?> application : applications) {
      application.get();
    }
    over.set(true);
    for (Future<?> each : own) {
      each.get();
    }
    long hits = (long) APPLICATIONS * GETS;
    assertThat(store.gets().counts()).containsExactly(hits, hits, hits);
  }

  /** Hundreds at once: where loads run on virtual threads, each has one. */
  @Test
  void hundredsFindThemselves() throws Exception {
    int many = 500;
    CountDownLatch all = new CountDownLatch(many);
    List<Future<Boolean>> found = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      found.add(
          threads.submit(
              () -> {
                WarmupUncounted.enter();
                all.countDown();
                all.await();
                boolean inside = WarmupUncounted.isOwn();
                WarmupUncounted.exit();
                return inside && !WarmupUncounted.isOwn();
              }));
    }
    all.await();
    assertThat(WarmupUncounted.isOwn()).isFalse();
    for (Future<Boolean> each : found) {
      assertThat(each.get()).isTrue();
    }
  }

  private void get() {
    for (int i = 0; i < GETS; i++) {
      store.hit();
      store.miss();
    }
  }

  private void comeAndGo() {
    WarmupUncounted.enter();
    try {
      store.hit();
      store.miss();
      store.gets().countHits(7, 7);
    } finally {
      WarmupUncounted.exit();
    }
  }
}
