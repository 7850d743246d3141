package io.warmup.agent.guard;

import org.jspecify.annotations.Nullable;

/**
 * One reason not to run in this JVM, beside the Java version (which {@code Premain} checks) and the
 * switch. Cheap, loads nothing heavy, throws nothing.
 */
public interface Guard {

  /**
   * Asks for an objection.
   *
   * @param jvm what is known of this JVM
   * @return why not to run; empty: not worth a line; null: nothing against it
   */
  @Nullable String objection(Jvm jvm);
}
