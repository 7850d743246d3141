package io.warmup.agent.config.source;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands after {@code -javaagent:warmup-agent.jar=}: {@code mode=observe,config=warmup.yaml}.
 * A first part without {@code =} is the file; any other one continues the value before it, so that
 * a value may hold commas.
 */
final class AgentArguments {

  private AgentArguments() {}

  static Map<String, String> parse(@Nullable String arguments) {
    Map<String, String> values = new LinkedHashMap<>();
    String last = "config";
    for (String part : arguments == null ? new String[0] : arguments.split(",")) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        last = part.substring(0, equals).trim();
        values.put(last, part.substring(equals + 1).trim());
      } else if (!part.isBlank()) {
        values.merge(last, part.trim(), (before, more) -> before + "," + more);
      }
    }
    return values;
  }
}
