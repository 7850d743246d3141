package io.warmup.agent.config.source;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names this process's application goes by: main class, jar, {@code spring.application.name}.
 * Found out when asked for, since that may open the jar.
 */
public final class AppIdentity {

  private final Map<String, String> properties;
  private final Map<String, String> environment;
  private final Path workingDirectory;

  AppIdentity(
      Map<String, String> properties, Map<String, String> environment, Path workingDirectory) {
    this.properties = properties;
    this.environment = environment;
    this.workingDirectory = workingDirectory;
  }

  /** Whether one of the names is like the pattern, in which {@code *} stands for any text. */
  public boolean matches(String pattern) {
    Pattern regex =
        Pattern.compile(
            Stream.of(pattern.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    return names().stream().anyMatch(name -> regex.matcher(name).matches());
  }

  /** All names, the plainest first. */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    names.addAll(springName().stream().toList());
    String command = properties.getOrDefault("sun.java.command", "");
    if (!command.isEmpty()) {
      names.add(command.split(" ")[0]);
    }
    return names;
  }

  private java.util.Optional<String> springName() {
    String name = properties.get("spring.application.name");
    return java.util.Optional.ofNullable(
        name == null ? environment.get("SPRING_APPLICATION_NAME") : name);
  }

  Path workingDirectory() {
    return workingDirectory;
  }
}
