package io.warmup.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmup.agent.cache.CacheLibrary;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.config.Gate;
import io.warmup.agent.config.Gate.Hold;
import io.warmup.agent.config.Gate.OnFailure;
import io.warmup.agent.config.Gate.Phase;
import io.warmup.agent.control.WarmupEvents;
import io.warmup.agent.lifecycle.Application;
import io.warmup.agent.lifecycle.Beans;
import io.warmup.agent.lifecycle.GateRefusal;
import io.warmup.agent.lifecycle.TrafficGate.Opening;
import io.warmup.agent.log.Log;
import io.warmup.agent.report.LogLines;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What each {@code gate.hold} makes of a warm-up that fails, or takes longer than it may. */
@Timeout(30)
class GatekeeperTest {

  private static final Duration LONG = Duration.ofDays(1);
  private static final Duration SHORT = Duration.ofMillis(1);

  /** What has happened, in turn. */
  private final BlockingQueue<String> events = new ArrayBlockingQueue<>(20);

  private final Log log = new Log((level, line) -> events.add(line));

  @Test
  void aPortStaysClosedAfterAFailure() {
    Gatekeeper gatekeeper = gatekeeper(Hold.PORT, LONG);
    gatekeeper.open(Opening.FAILED);
    assertThatThrownBy(() -> admitTraffic(gatekeeper))
        .isInstanceOf(GateRefusal.class)
        .hasMessage("the warm-up of shop failed, and gate.on-failure is fail");
    assertThat(events).last().isEqualTo("refused");
  }

  @Test
  void aPortOpensAtTheTimeoutAndALaterFailureRefusesNothing() throws InterruptedException {
    Gatekeeper gatekeeper = gatekeeper(Hold.PORT, SHORT);
    admitTraffic(gatekeeper);
    assertThat(next()).contains("has reached gate.timeout");
    assertThat(next()).isEqualTo("open");
    gatekeeper.open(Opening.FAILED);
    assertThat(next()).contains("gate.timeout had passed").contains("refuses nothing");
  }

  @Test
  void readinessStaysDownAfterAFailure() throws InterruptedException {
    Gatekeeper gatekeeper = gatekeeper(Hold.READINESS, LONG);
    admitTraffic(gatekeeper);
    gatekeeper.open(Opening.FAILED);
    assertThat(next()).contains("no traffic is let in");
    assertThat(next()).isEqualTo("refused");
    assertThat(next()).contains("readiness stays down");
    assertThat(events).isEmpty();
  }

  @Test
  void readinessTurnsAtTheTimeout() throws InterruptedException {
    admitTraffic(gatekeeper(Hold.READINESS, SHORT));
    assertThat(next()).contains("has reached gate.timeout");
    assertThat(next()).isEqualTo("open");
    assertThat(next()).isEqualTo("ready");
  }

  /** However quickly it failed: whether it is refused must not hang on a race. */
  @Test
  void whereNothingIsHeldAFailureIsToldAndRefusesNothing() throws InterruptedException {
    Gatekeeper gatekeeper = gatekeeper(Hold.NONE, LONG);
    gatekeeper.open(Opening.FAILED);
    assertThat(next()).contains("nothing was held").contains("refuses nothing");
    admitTraffic(gatekeeper);
    assertThat(next()).isEqualTo("open");
    assertThat(gatekeeper.opening().reason()).isEqualTo(Opening.NOT_HELD);
  }

  private Gatekeeper gatekeeper(Hold hold, Duration timeout) {
    Gate gate = new Gate(hold, timeout, OnFailure.FAIL, null, Phase.EXIT, null);
    return new Gatekeeper(
        new Probed(() -> events.add("ready")),
        gate,
        true,
        WarmupEvents.NONE,
        new LogLines(log),
        log);
  }

  private void admitTraffic(Gatekeeper gatekeeper) {
    gatekeeper.admitTraffic(() -> events.add("open"), () -> events.add("refused"));
  }

  private String next() throws InterruptedException {
    return events.poll(20, TimeUnit.SECONDS);
  }

  /** An application that is asked whether it is ready. */
  private record Probed(Runnable turnReady) implements Application {

    @Override
    public String name() {
      return "shop";
    }

    @Override
    public ClassLoader classLoader() {
      return getClass().getClassLoader();
    }

    @Override
    public Beans beans() {
      throw new UnsupportedOperationException("nobody asks for beans here");
    }

    @Override
    public List<CacheSource> cacheSources(List<CacheLibrary> libraries, Log log) {
      return List.of();
    }

    @Override
    public @Nullable Runnable refuseReadiness() {
      return turnReady;
    }
  }
}
