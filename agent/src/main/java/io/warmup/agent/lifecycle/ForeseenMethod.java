package io.warmup.agent.lifecycle;

import io.warmup.agent.config.source.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The application's own readiness method, foreseen in premain: its class may load before the
 * configuration has been read, which takes longer than premain may.
 *
 * <p>So the sources are looked through for {@code gate.method} as text, and the configuration
 * decides later ({@link PlainMethod#serves}). To foresee one method too many does no harm.
 */
public final class ForeseenMethod {

  private static final String KEY = "gate.method";

  /** Their own readiness points are better than a main that only starts them. */
  private static final List<String> FRAMEWORKS =
      List.of("spring-context-", "quarkus-arc-", "quarkus-run.jar");

  private static final List<String> LAUNCHERS =
      List.of("org.springframework.", "io.quarkus.", "org.apache.catalina.", "org.jboss.");

  private ForeseenMethod() {}

  /**
   * What is named, else {@code main}.
   *
   * @param agentArguments behind the {@code =} of the flag
   * @return null: none; a framework's launcher starts, or the main class cannot be told
   */
  public static @Nullable PlainMethod find(@Nullable String agentArguments) {
    String named = setting(agentArguments, KEY);
    PlainMethod method = PlainMethod.named(named == null ? inFile(agentArguments) : named);
    return method == null ? main() : method;
  }

  /**
   * The classes to watch for: the method's own, and the main class, after which a method that is
   * never called can be told of.
   */
  public static List<String> classes(@Nullable PlainMethod method) {
    String main = MainClass.ofThisProcess();
    if (method == null || method.className().equals(main) || main == null) {
      return method == null ? List.of() : List.of(method.className());
    }
    return List.of(method.className(), main);
  }

  private static @Nullable PlainMethod main() {
    String main = MainClass.ofThisProcess();
    boolean framework =
        main == null
            || startsWithAny(main, LAUNCHERS)
            || containsAny(System.getProperty("java.class.path", ""), FRAMEWORKS);
    return framework || main == null ? null : new PlainMethod(main, "main", true);
  }

  private static @Nullable String inFile(@Nullable String agentArguments) {
    String name = setting(agentArguments, "config");
    try {
      Path file = Path.of(name == null ? "warmup.yaml" : name);
      return Files.isRegularFile(file) && Files.size(file) <= ConfigFile.LARGEST
          ? inText(Files.readString(file))
          : null;
    } catch (IOException | RuntimeException e) {
      return null; // whoever reads the configuration in earnest says what is wrong with it
    }
  }

  /** The first {@code method: Class#method} in a YAML text, in block or in flow style. */
  static @Nullable String inText(String yaml) {
    String key = "method:";
    for (int at = yaml.indexOf(key); at >= 0; at = yaml.indexOf(key, at + 1)) {
      int start = at + key.length();
      while (start < yaml.length() && " \"'".indexOf(yaml.charAt(start)) >= 0) {
        start++;
      }
      int end = start;
      while (end < yaml.length() && " \t\r\n\"',}".indexOf(yaml.charAt(end)) < 0) {
        end++;
      }
      String value = yaml.substring(start, end);
      if (value.indexOf('#') > 0) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable String setting(@Nullable String agentArguments, String key) {
    String given = argument(agentArguments, key);
    if (given == null) {
      given = System.getProperty("warmup." + key);
    }
    return given == null
        ? System.getenv("WARMUP_" + key.toUpperCase(Locale.ROOT).replace('.', '_'))
        : given;
  }

  /** Of {@code gate.method=com.acme.Server#start,config=warmup.yaml}. */
  static @Nullable String argument(@Nullable String arguments, String key) {
    if (arguments == null || arguments.isEmpty()) {
      return null;
    }
    for (String part : arguments.split(",")) {
      String pair = part.trim();
      if (pair.startsWith(key + "=")) {
        return pair.substring(key.length() + 1);
      }
    }
    boolean isFile = key.equals("config") && arguments.indexOf('=') < 0;
    return isFile ? arguments : null;
  }

  private static boolean startsWithAny(String text, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (text.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static boolean containsAny(String text, List<String> parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
