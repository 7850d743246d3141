package io.warmup.agent.integration.caffeine;

import java.lang.management.ManagementFactory;
import java.util.function.Predicate;
import javax.management.JMException;
import javax.management.ObjectName;

/** What is on the heap after a full collection, as the JVM itself counts it. */
final class HeapWalk {

  private HeapWalk() {}

  /** Bytes of all live objects. */
  static long bytes() {
    return walk(name -> true, 2);
  }

  /**
   * Live objects whose class's name begins so; no lambdas, which live as long as the class they
   * stand in, and that the JDK may keep softly.
   */
  static long instances(String prefix) {
    return walk(name -> name.startsWith(prefix) && !name.contains("$$Lambda"), 1);
  }

  private static long walk(Predicate<String> wanted, int column) {
    long sum = 0;
    for (String line : histogram().split("\n")) {
      // num: instances bytes class
      String[] parts = line.trim().split("\\s+");
      if (parts.length >= 4 && parts[0].endsWith(":") && wanted.test(parts[3])) {
        sum += Long.parseLong(parts[column]);
      }
    }
    return sum;
  }

  private static String histogram() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "gcClassHistogram",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }
}
