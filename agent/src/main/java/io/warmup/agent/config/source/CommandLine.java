package io.warmup.agent.config.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was started, and with which arguments: HotSpot's {@code sun.java.command}, in which argument
 * files and JAVA_TOOL_OPTIONS are resolved already.
 *
 * @param started main class, {@code module/class}, or the path of a jar; empty if unknown
 * @param arguments the application's
 */
record CommandLine(String started, List<String> arguments, Path workingDirectory) {

  static CommandLine of(Map<String, String> properties, Path workingDirectory) {
    String command = properties.getOrDefault("sun.java.command", "");
    // With -jar the class path is the jar alone; its path may hold spaces.
    String jar = properties.getOrDefault("java.class.path", "");
    String started =
        !jar.isEmpty() && (command.equals(jar) || command.startsWith(jar + " "))
            ? jar
            : command.split(" ", 2)[0];
    String arguments = command.substring(started.length()).strip();
    return new CommandLine(started, List.of(arguments.split(" +")), workingDirectory);
  }

  Optional<Path> jar() {
    return started.matches(".+\\.[jw]ar")
        ? Optional.of(workingDirectory.resolve(started))
        : Optional.empty();
  }

  Optional<String> mainClass() {
    return started.isEmpty() || jar().isPresent()
        ? Optional.empty()
        : Optional.of(started.substring(started.indexOf('/') + 1));
  }

  /** The last {@code --name=value}. */
  Optional<String> argument(String name) {
    String start = "--" + name + "=";
    return arguments.stream()
        .filter(argument -> argument.startsWith(start))
        .map(argument -> argument.substring(start.length()))
        .reduce((first, second) -> second);
  }
}
