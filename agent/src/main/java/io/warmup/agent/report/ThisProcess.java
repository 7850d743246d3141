package io.warmup.agent.report;

import io.warmup.agent.report.model.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Finds out which process this is, without JMX and without asking the network for its name. */
public final class ThisProcess {

  private ThisProcess() {}

  /** May be called from premain on. */
  public static ProcessIdentity identity() {
    ProcessHandle self = ProcessHandle.current();
    return new ProcessIdentity(
        host(System.getenv()),
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

  private static String host(Map<String, String> environment) {
    String name = environment.getOrDefault("HOSTNAME", environment.get("COMPUTERNAME"));
    if (name != null && !name.isBlank()) {
      return name;
    }
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException elsewhere) {
      return "unknown";
    }
  }
}
