package io.warmup.agent.config.source;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is asked for settings, as it is now. Immutable. Loops rather than streams: each of an
 * application's starts pays for the first use of what they load.
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

  /** The agent's own system properties, by key, in the order of their names. */
  public Map<String, String> ownProperties() {
    Map<String, String> own = new TreeMap<>();
    for (Map.Entry<String, String> property : properties.entrySet()) {
      if (property.getKey().startsWith(PROPERTY_PREFIX)) {
        own.put(property.getKey().substring(PROPERTY_PREFIX.length()), property.getValue());
      }
    }
    return own;
  }

  /** The environment variable that sets a key: {@code gate.timeout} is WARMUP_GATE_TIMEOUT. */
  public static String environmentName(String path) {
    StringBuilder name = new StringBuilder(ENVIRONMENT_PREFIX);
    for (char c : path.toUpperCase(Locale.ROOT).toCharArray()) {
      boolean usual = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      name.append(usual ? c : '_');
    }
    return name.toString();
  }

  /** Some applications put other things than texts among the system properties. */
  private static Map<String, String> texts(Properties properties) {
    Map<String, String> texts = new HashMap<>();
    for (String name : properties.stringPropertyNames()) {
      texts.put(name, properties.getProperty(name));
    }
    return texts;
  }
}
