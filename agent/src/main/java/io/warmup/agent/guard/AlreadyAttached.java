package io.warmup.agent.guard;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The flag was given twice, in the command and in {@code JAVA_TOOL_OPTIONS}: the first one works.
 */
final class AlreadyAttached implements Guard {

  private final AtomicBoolean attached = new AtomicBoolean();

  @Override
  public @Nullable String objection(Jvm jvm) {
    return attached.compareAndSet(false, true)
        ? null
        : "is attached twice: the first one works, this one does nothing";
  }
}
