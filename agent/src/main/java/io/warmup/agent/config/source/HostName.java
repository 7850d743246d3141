package io.warmup.agent.config.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The name of this host without asking the network, which may hang: {@code
 * InetAddress.getLocalHost()} resolves the name it finds.
 */
public final class HostName {

  private static final List<String> VARIABLES = List.of("HOSTNAME", "COMPUTERNAME");
  private static final List<Path> FILES =
      List.of(Path.of("/proc/sys/kernel/hostname"), Path.of("/etc/hostname"));

  private HostName() {}

  /**
   * The host's name, else one of this process: it still tells instances apart, if not the same way
   * after a restart.
   */
  public static String find(Map<String, String> environment) {
    return find(environment, FILES);
  }

  static String find(Map<String, String> environment, List<Path> files) {
    for (String variable : VARIABLES) {
      String name = environment.getOrDefault(variable, "").strip();
      if (!name.isEmpty()) {
        return name;
      }
    }
    for (Path file : files) {
      String name = content(file).strip();
      if (!name.isEmpty()) {
        return name;
      }
    }
    return process();
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException | RuntimeException notHere) {
      return "";
    }
  }

  private static String process() {
    ProcessHandle process = ProcessHandle.current();
    return "process-"
        + process.pid()
        + "-"
        + process.info().startInstant().map(Object::toString).orElse("");
  }
}
