package io.warmup.agent.lifecycle;

import io.warmup.agent.config.Gate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods by which the frameworks tell that an application can serve but does not yet. */
public enum ReadinessMethod implements HookedMethod {

  /**
   * Every singleton stands, no SmartLifecycle (web server, Kafka, JMS) has started, no port is
   * bound. Same signature in Spring 4.3 to 7.0.
   */
  SPRING_REFRESHED(
      "org.springframework.context.support.AbstractApplicationContext",
      "finishRefresh",
      "()V",
      "io.warmup.agent.integration.spring.SpringReadiness",
      Set.of(Gate.Hold.PORT, Gate.Hold.NONE),
      null),

  /** The same where there is no Boot, and so no probe: {@code readiness} then holds as much. */
  SPRING_WITHOUT_BOOT(
      "org.springframework.context.support.AbstractApplicationContext",
      "finishRefresh",
      "()V",
      "io.warmup.agent.integration.spring.BootlessReadiness",
      Set.of(Gate.Hold.READINESS),
      null),

  /** The port is open, liveness is up, readiness is not yet: Boot 2.4 to 4.1. */
  SPRING_READY(
      "org.springframework.boot.context.event.EventPublishingRunListener",
      "ready",
      null,
      "io.warmup.agent.integration.spring.SpringReadiness",
      Set.of(Gate.Hold.READINESS),
      null),

  /**
   * The gRPC server is about to open a port of its own, before StartupEvent is observed: for those
   * who warm before it. Recorders have set their beans up by then (Quarkus 2.16 to 3.37).
   */
  QUARKUS_GRPC(
      "io.quarkus.grpc.runtime.GrpcServerRecorder",
      "initializeGrpcServer",
      null,
      "io.warmup.agent.integration.quarkus.QuarkusReadiness",
      Set.of(Gate.Hold.PORT),
      Gate.Phase.ENTER),

  /**
   * The container stands, StartupEvent has not been observed yet: no message is consumed. Quarkus
   * 3.2 to 3.38.
   */
  QUARKUS_STARTING(
      "io.quarkus.arc.runtime.ArcRecorder",
      "handleLifecycleEvents",
      null,
      "io.warmup.agent.integration.quarkus.QuarkusReadiness",
      Set.of(Gate.Hold.values()),
      Gate.Phase.ENTER),

  /**
   * StartupEvent has been observed, no port is bound. The last thing that is done before the HTTP
   * server starts; called without observers too.
   */
  QUARKUS_STARTED(
      "io.quarkus.arc.runtime.ArcRecorder",
      "handleLifecycleEvents",
      null,
      "io.warmup.agent.integration.quarkus.QuarkusReadiness",
      Set.of(Gate.Hold.values()),
      Gate.Phase.EXIT);

  private final String className;
  private final String method;
  private final @Nullable String descriptor;
  private final String adapter;
  private final Set<Gate.Hold> holds;
  private final Gate.@Nullable Phase phase;

  ReadinessMethod(
      String className,
      String method,
      @Nullable String descriptor,
      String adapter,
      Set<Gate.Hold> holds,
      Gate.@Nullable Phase phase) {
    this.className = className;
    this.method = method;
    this.descriptor = descriptor;
    this.adapter = adapter;
    this.holds = holds;
    this.phase = phase;
  }

  @Override
  public String className() {
    return className;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public @Nullable String descriptor() {
    return descriptor;
  }

  @Override
  public boolean atExit() {
    return phase == Gate.Phase.EXIT;
  }

  @Override
  public String adapter() {
    return adapter;
  }

  /** Unless the operator named a method of their own. */
  @Override
  public boolean serves(Gate gate) {
    return gate.method() == null
        && holds.contains(gate.hold())
        && (phase == null || phase == gate.phase());
  }
}
