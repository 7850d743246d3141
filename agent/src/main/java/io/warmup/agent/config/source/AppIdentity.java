package io.warmup.agent.config.source;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names that this process's application goes by: {@code spring.application.name}, jar, main
 * class. Found out when asked for, since that may open the jar.
 */
public final class AppIdentity {

  private static final String SPRING_NAME = "spring.application.name";

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
    String regex =
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return names().stream().anyMatch(name -> name.matches(regex));
  }

  /**
   * All names: Spring's, the jar's with and without its ending, the main class's long and short.
   */
  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    CommandLine command = CommandLine.of(properties, workingDirectory);
    Optional<AppJar> jar = command.jar().flatMap(AppJar::open);
    springName(command, jar).ifPresent(names::add);
    command
        .jar()
        .map(path -> path.getFileName().toString())
        .ifPresent(file -> addFile(names, file));
    command.mainClass().or(() -> jar.flatMap(AppJar::mainClass)).ifPresent(c -> addClass(names, c));
    return names;
  }

  /** By Spring's own precedence: argument, system property, environment, packed with the code. */
  private Optional<String> springName(CommandLine command, Optional<AppJar> jar) {
    return command
        .argument(SPRING_NAME)
        .or(() -> Optional.ofNullable(properties.get(SPRING_NAME)))
        .or(() -> Optional.ofNullable(environment.get("SPRING_APPLICATION_NAME")))
        .or(() -> jar.flatMap(AppJar::springName));
  }

  private static void addFile(Set<String> names, String file) {
    names.add(file);
    names.add(file.replaceFirst("\\.[jw]ar$", ""));
  }

  private static void addClass(Set<String> names, String mainClass) {
    names.add(mainClass);
    names.add(mainClass.substring(mainClass.lastIndexOf('.') + 1));
  }
}
