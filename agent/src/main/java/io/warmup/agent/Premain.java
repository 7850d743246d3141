package io.warmup.agent;

import java.lang.instrument.Instrumentation;

/**
 * Where the JVM enters. Java 8 bytecode, so that an unsupported JVM gets a line from us rather than
 * a class file error from itself; everything else is in {@code WarmupAgent}.
 */
public final class Premain {

  private Premain() {}

  /** Called by the JVM before {@code main}, on its main thread. */
  public static void premain(String arguments, Instrumentation instrumentation) {}
}
