package io.warmup.benchmarks.off;

import java.lang.instrument.Instrumentation;

/** An agent that does nothing, in an application that does nothing. */
public final class NoAgent {

  private NoAgent() {}

  /** Called by the JVM. */
  public static void premain(String arguments, Instrumentation instrumentation) {}

  /** The whole application. */
  public static void main(String[] arguments) {}
}
