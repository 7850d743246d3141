package io.warmup.agent.warmer;

import java.lang.reflect.Method;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the threads strategies run on: virtual where they are free to block, daemons elsewhere.
 *
 * <p>Virtual threads exist from 21, but up to 23 one that blocks inside {@code synchronized} keeps
 * its carrier (JEP 491 ended that in 24). Drivers that lock this way would get as many loads in
 * flight as the machine has cores, whatever {@code concurrency} says, and starve the application's
 * own virtual threads; so they are used from 24 on.
 */
final class WarmupThreads {

  private static final int FREE_TO_BLOCK = 24;

  private WarmupThreads() {}

  /** A factory of threads named {@code warmup-<role>-<n>}, fit to call application code. */
  static ThreadFactory workers(String role) {
    return Runtime.version().feature() >= FREE_TO_BLOCK ? virtual(role) : daemons(role);
  }

  /** A factory of daemon threads named {@code warmup-<role>-<n>}. */
  static ThreadFactory daemons(String role) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, name(role) + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** {@code Thread.ofVirtual().name(prefix, 1).factory()}, which the source level does not have. */
  private static ThreadFactory virtual(String role) {
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      Method name = type.getMethod("name", String.class, long.class);
      Object named = name.invoke(builder, name(role), 1L);
      return (ThreadFactory) type.getMethod("factory").invoke(named);
    } catch (ReflectiveOperationException e) {
      return daemons(role);
    }
  }

  private static String name(String role) {
    return "warmup-" + role + "-";
  }
}
