package io.warmup.agent.guard;

import org.jspecify.annotations.Nullable;

/**
 * The flag was given twice, in the command and in {@code JAVA_TOOL_OPTIONS}: the first one works.
 */
public final class AlreadyAttached implements Guard {

  private boolean attached;

  /** One for the whole process. */
  public AlreadyAttached() {}

  @Override
  public synchronized @Nullable String objection(Jvm jvm) {
    if (attached) {
      return "is attached twice: the first one works, this one does nothing";
    }
    attached = true;
    return null;
  }
}
