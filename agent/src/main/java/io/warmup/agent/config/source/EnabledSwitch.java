package io.warmup.agent.config.source;

import org.jspecify.annotations.Nullable;

/**
 * Whether the agent is wanted at all: {@code enabled=false} in one of the sources that cost nothing
 * to ask. Needs no other class of the agent, so that a process that says no pays for none.
 */
public final class EnabledSwitch {

  private EnabledSwitch() {}

  /** False only where the strongest source that has a say writes {@code false}. */
  public static boolean isOn(@Nullable String agentArguments) {
    String said = argument(agentArguments);
    if (said == null) {
      said = System.getProperty("warmup.enabled");
    }
    if (said == null) {
      said = System.getenv("WARMUP_ENABLED");
    }
    return said == null || !said.trim().equalsIgnoreCase("false");
  }

  private static @Nullable String argument(@Nullable String agentArguments) {
    String said = null;
    for (String part : agentArguments == null ? new String[0] : agentArguments.split(",")) {
      if (part.trim().startsWith("enabled=")) {
        said = part.trim().substring("enabled=".length());
      }
    }
    return said;
  }
}
