package io.warmup.agent.config.source;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that is asked for settings, as it is now. Immutable.
 *
 * @param arguments the agent's, by name
 * @param properties system properties whose values are texts
 * @param environment environment variables
 * @param workingDirectory what relative paths outside the file start from
 * @param application what {@code when} is held against
 */
public record Sources(
    Map<String, String> arguments,
    Map<String, String> properties,
    Map<String, String> environment,
    Path workingDirectory,
    AppIdentity application) {

  /** Stands before each key among the system properties. */
  public static final String PROPERTY_PREFIX = "warmup.";

  /** Stands before each key among the environment variables. */
  public static final String ENVIRONMENT_PREFIX = "WARMUP_";

  /** The sources of this process. */
  public static Sources ofThisProcess(@Nullable String agentArguments) {
    Map<String, String> properties = texts(System.getProperties());
    return of(agentArguments, properties, System.getenv(), Path.of("").toAbsolutePath());
  }

  /** The sources given. */
  public static Sources of(
      @Nullable String agentArguments,
      Map<String, String> properties,
      Map<String, String> environment,
      Path workingDirectory) {
    return new Sources(
        AgentArguments.parse(agentArguments),
        Map.copyOf(properties),
        Map.copyOf(environment),
        workingDirectory,
        new AppIdentity(properties, environment, workingDirectory));
  }

  /** The agent's own system properties, by key. */
  public Map<String, String> ownProperties() {
    return properties.entrySet().stream()
        .filter(property -> property.getKey().startsWith(PROPERTY_PREFIX))
        .sorted(Map.Entry.comparingByKey())
        .collect(
            Collectors.toMap(
                property -> property.getKey().substring(PROPERTY_PREFIX.length()),
                Map.Entry::getValue,
                (a, b) -> b,
                LinkedHashMap::new));
  }

  /** The environment variable that sets a key: {@code gate.timeout} is WARMUP_GATE_TIMEOUT. */
  public static String environmentName(String path) {
    return ENVIRONMENT_PREFIX + path.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
  }

  /** Some applications put other things than texts among the system properties. */
  private static Map<String, String> texts(Properties properties) {
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, properties::getProperty));
  }
}
