package io.warmup.agent.guard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reason not to run in this JVM. Cheap, loads nothing heavy, throws nothing. */
public interface Guard {

  /**
   * All but the Java version (which {@code Premain} checks) and the switch, in the order they are
   * asked.
   */
  List<Guard> ALL = List.of(new JdkTool(), new AlreadyAttached(), new ArchiveDump());

  /**
   * Asks for an objection.
   *
   * @param jvm what is known of this JVM
   * @return why not to run; empty: not worth a line; null: nothing against it
   */
  @Nullable String objection(Jvm jvm);
}
