package io.warmup.agent.thread;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Makes every thread of the agent's own: none keeps the JVM alive, and what each takes of the
 * processor is known. Thread-safe.
 *
 * <p>Strategies run on virtual threads where those are free to block. They exist from 21, but up to
 * 23 one that blocks inside {@code synchronized} keeps its carrier (JEP 491 ended that in 24).
 * Drivers that lock this way would get as many loads in flight as the machine has cores, whatever
 * {@code concurrency} says, and starve the application's own virtual threads; so they are used from
 * 24 on.
 */
public final class AgentThreads {

  private static final int FREE_TO_BLOCK = 24;
  private static final ProcessorTime TIME = new ProcessorTime();

  private AgentThreads() {}

  /** Starts a {@link #daemon}. */
  public static void start(String name, Runnable work) {
    daemon(name, work).start();
  }

  /** A thread that inherits nothing of the application's. */
  public static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(null, TIME.of(work), name, 0, false);
    thread.setDaemon(true);
    // Up to Java 18 it would be the creating thread's, and keep a web application from going.
    thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
    return thread;
  }

  /** A factory of daemons named {@code warmup-<role>-<n>}, fit to call application code. */
  public static ThreadFactory daemons(String role) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(TIME.of(task), name(role) + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  /** The same, virtual where {@link #workersAreVirtual}. */
  public static ThreadFactory workers(String role) {
    return workersAreVirtual() ? virtual(role) : daemons(role);
  }

  /** Whether loads run on virtual threads, whose processor time no JVM tells. */
  public static boolean workersAreVirtual() {
    return Runtime.version().feature() >= FREE_TO_BLOCK;
  }

  /**
   * The processor time, user and system, of all threads made here so far but the virtual ones;
   * those that have ended are in it. Null where the JVM does not know.
   */
  public static @Nullable Duration processorTime() {
    return TIME.taken();
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
