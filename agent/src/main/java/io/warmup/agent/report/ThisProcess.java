package io.warmup.agent.report;

import io.warmup.agent.config.source.HostName;
import io.warmup.agent.report.model.ProcessIdentity;
import java.nio.file.Path;
import java.time.Instant;

/** Finds out which process this is, without JMX and without asking the network for its name. */
public final class ThisProcess {

  private ThisProcess() {}

  /** May be called from premain on. */
  public static ProcessIdentity identity() {
    ProcessHandle self = ProcessHandle.current();
    return new ProcessIdentity(
        HostName.find(System.getenv()),
        self.pid(),
        application(
            System.getProperty("sun.java.command", ""), System.getProperty("java.class.path", "")),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        self.info().startInstant().orElseGet(Instant::now));
  }

  /**
   * The main class or jar, without the arguments behind it, which may be secrets.
   *
   * @param command {@code sun.java.command}; a jar's path in it may hold spaces
   * @param classPath {@code java.class.path}: under {@code -jar} that very path
   */
  static String application(String command, String classPath) {
    if (!classPath.isEmpty() && (command + " ").startsWith(classPath + " ")) {
      Path jar = Path.of(classPath).getFileName();
      return jar == null ? classPath : jar.toString();
    }
    String main = command.split(" ", 2)[0];
    return main.isEmpty() ? "unknown" : main;
  }
}
