package io.warmup.agent.integration.infinispan;

import org.infinispan.commons.util.Version;
import org.junit.jupiter.api.Assumptions;

/** Infinispan 13 calls {@code Subject.getSubject}, which fails from Java 24 on. */
public final class OnThisJava {

  private OnThisJava() {}

  /** Ends the test where this version of Infinispan cannot start. */
  public static void starts() {
    int major = Integer.parseInt(Version.getMajor());
    Assumptions.assumeTrue(major > 13 || Runtime.version().feature() < 24);
  }
}
