package io.warmup.agent.bridge;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * Who counts: the current thread, or the one that carries it, if it is virtual. Nothing between
 * asking and adding to a count can unmount it.
 */
final class WarmupThread {

  private static final Unsafe MEMORY = Unsafe.getUnsafe();
  private static final long UNKNOWN = -1;

  private static final @Nullable MethodHandle CARRIER = carrier();
  private static final long NUMBER = numberField();

  private WarmupThread() {}

  /**
   * The number of {@link #current}, which no other thread has or will have; not 0. Read from its
   * field, since {@code getId()} can be overridden.
   */
  static long number() {
    Thread thread = current();
    return NUMBER == UNKNOWN ? thread.getId() : MEMORY.getLong(thread, NUMBER);
  }

  static Thread current() {
    if (CARRIER == null) {
      return Thread.currentThread();
    }
    try {
      return (Thread) CARRIER.invokeExact();
    } catch (Throwable e) {
      return Thread.currentThread();
    }
  }

  /** {@code Thread.currentCarrierThread}, where there are virtual threads and we may call it. */
  private static @Nullable MethodHandle carrier() {
    try {
      return MethodHandles.lookup()
          .findStatic(Thread.class, "currentCarrierThread", MethodType.methodType(Thread.class));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  private static long numberField() {
    try {
      return MEMORY.objectFieldOffset(Thread.class, "tid");
    } catch (Throwable e) {
      return UNKNOWN; // Another maker's JVM.
    }
  }
}
