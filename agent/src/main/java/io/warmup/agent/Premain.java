package io.warmup.agent;

import io.warmup.agent.config.source.EnabledSwitch;
import java.lang.instrument.Instrumentation;

/**
 * Where the JVM enters. Java 8 bytecode, as {@link EnabledSwitch} is, so that an unsupported JVM
 * gets a line from us rather than a class file error from itself; everything else is in {@link
 * WarmupAgent}, which is not loaded where the agent is switched off.
 */
public final class Premain {

  private static final int OLDEST_JAVA = 17;

  private Premain() {}

  /** Called by the JVM before {@code main}, on its main thread. Throws nothing. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation, false);
  }

  /** Called by the JVM when the agent is attached to a running application. Throws nothing. */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation, true);
  }

  private static void start(String arguments, Instrumentation instrumentation, boolean attached) {
    if (!EnabledSwitch.isOn(arguments)) {
      return;
    }
    int java = javaVersion();
    if (java < OLDEST_JAVA) {
      System.err.println(
          "[warmup] needs Java "
              + OLDEST_JAVA
              + " or newer, this is "
              + java
              + ": the application starts without a warm-up");
      return;
    }
    try {
      WarmupAgent.start(arguments, instrumentation, attached);
    } catch (Throwable e) {
      System.err.println(
          "[warmup] could not start (" + e + "): the application starts without a warm-up");
    }
  }

  /** 8 for {@code 1.8}, else the feature release. */
  private static int javaVersion() {
    String version = System.getProperty("java.specification.version", "0");
    try {
      return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
