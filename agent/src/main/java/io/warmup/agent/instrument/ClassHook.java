package io.warmup.agent.instrument;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites some named classes as they load. Called by whichever thread loads the class, several at
 * once.
 */
public interface ClassHook {

  /** The classes it wants to see, by exact internal name. */
  Set<String> targets();

  /**
   * Rewrites one of them.
   *
   * @param target the class at hand
   * @param original its bytes, not to be changed
   * @param missing told what was looked for and not found
   * @return the new bytes, or null to leave the class as it is
   */
  byte @Nullable [] rewrite(Target target, byte[] original, Missing missing);

  /**
   * A class about to be defined.
   *
   * @param internalName with slashes
   * @param loader null: the bootstrap loader
   * @param beingRedefined it is loaded already, so that no member may be added
   */
  record Target(String internalName, @Nullable ClassLoader loader, boolean beingRedefined) {}

  /** Told of methods and call sites that a library's version does not have. */
  interface Missing {

    /** Reports one, once: what is not there, and what the agent cannot do without it. */
    void report(Target target, String what, String consequence);
  }
}
