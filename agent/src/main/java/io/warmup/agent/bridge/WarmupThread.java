package io.warmup.agent.bridge;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Who counts: the current thread, or the one that carries it, if it is virtual. Nothing between
 * asking and adding to a count can unmount it.
 */
final class WarmupThread {

  private static final MethodHandle CURRENT;
  private static final MethodHandle NUMBER;

  static {
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
      CURRENT = current(lookup);
      // Rather than getId(), which an application's threads can override.
      MethodHandle number = lookup.findGetter(Thread.class, "tid", long.class);
      NUMBER = MethodHandles.filterReturnValue(CURRENT, number);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private WarmupThread() {}

  private static MethodHandle current(MethodHandles.Lookup lookup)
      throws ReflectiveOperationException {
    MethodType type = MethodType.methodType(Thread.class);
    return Runtime.version().feature() < 21
        ? lookup.findStatic(Thread.class, "currentThread", type)
        : lookup.findStatic(Thread.class, "currentCarrierThread", type);
  }

  /** The number of {@link #current}, which no other thread has or will have; not 0. */
  static long number() {
    try {
      return (long) NUMBER.invokeExact();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  static Thread current() {
    try {
      return (Thread) CURRENT.invokeExact();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
