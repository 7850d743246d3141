package io.warmup.scenarios.jvm;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports that stay free until an application opens them, seconds later: below those that systems
 * give to whoever does not ask for one (from 32768 on), and none twice.
 */
public final class FreePort {

  private static final int LOWEST = 20_000;
  private static final int SPREAD = 10_000;

  /** Two JVMs with tests at a time begin at different ones. */
  private static final AtomicInteger NEXT =
      new AtomicInteger(LOWEST + (int) (ProcessHandle.current().pid() * 97 % SPREAD));

  private FreePort() {}

  /** One that nobody listens on. */
  public static int next() {
    while (true) {
      int port = NEXT.getAndIncrement();
      try (ServerSocket free = new ServerSocket(port)) {
        return free.getLocalPort();
      } catch (IOException taken) {
        // The next one then.
      }
    }
  }
}
