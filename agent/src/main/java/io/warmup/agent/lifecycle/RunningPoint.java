package io.warmup.agent.lifecycle;

import io.warmup.agent.config.Gate;
import org.jspecify.annotations.Nullable;

/** How an application is known that serves already when the agent comes. */
public enum RunningPoint implements HookedMethod {

  /** Nothing to wait for. */
  PLAIN_RUNNING(null, null, null, RunningMain.class.getName()),

  /** Arc's container stands. */
  QUARKUS_RUNNING(
      "io.quarkus.arc.Arc", null, null, "io.warmup.agent.integration.quarkus.QuarkusRunning"),

  /**
   * A context shows itself when it publishes an event, as it does for each request that a
   * DispatcherServlet has answered. Spring 4.2 to 7.0; both public methods end in this one.
   */
  SPRING_RUNNING(
      "org.springframework.context.support.AbstractApplicationContext",
      "publishEvent",
      "(Ljava/lang/Object;Lorg/springframework/core/ResolvableType;)V",
      "io.warmup.agent.integration.spring.SpringRunning");

  private final @Nullable String className;
  private final @Nullable String method;
  private final @Nullable String descriptor;
  private final String adapter;

  RunningPoint(
      @Nullable String className,
      @Nullable String method,
      @Nullable String descriptor,
      String adapter) {
    this.className = className;
    this.method = method;
    this.descriptor = descriptor;
    this.adapter = adapter;
  }

  /** The class that is loaded where there is such an application; empty: any. */
  @Override
  public String className() {
    return className == null ? "" : className;
  }

  /** Empty: there is nothing to hook, the moment is now. */
  @Override
  public String method() {
    return method == null ? "" : method;
  }

  @Override
  public @Nullable String descriptor() {
    return descriptor;
  }

  @Override
  public boolean atExit() {
    return false;
  }

  @Override
  public String adapter() {
    return adapter;
  }

  @Override
  public boolean serves(Gate gate) {
    return true;
  }
}
