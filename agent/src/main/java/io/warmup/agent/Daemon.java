package io.warmup.agent;

/** Threads that never keep the JVM alive, and inherit nothing of the application's. */
final class Daemon {

  private Daemon() {}

  static void start(String name, Runnable work) {
    thread(name, work).start();
  }

  static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(null, work, name, 0, false);
    thread.setDaemon(true);
    return thread;
  }
}
