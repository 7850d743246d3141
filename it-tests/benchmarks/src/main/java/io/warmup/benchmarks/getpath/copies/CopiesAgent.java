package io.warmup.benchmarks.getpath.copies;

import io.warmup.agent.instrument.Bridge;
import java.lang.instrument.Instrumentation;

/**
 * Puts the agent's bridge into the JVM, and nothing else: which copies are changed is its user's.
 */
public final class CopiesAgent {

  private CopiesAgent() {}

  /** Called by the JVM. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    Bridge.install(instrumentation);
  }
}
