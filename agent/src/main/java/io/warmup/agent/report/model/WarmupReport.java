package io.warmup.agent.report.model;

import io.warmup.agent.config.Mode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one process did to its caches and what that was worth. What is not known (yet) is null,
 * never a guess.
 *
 * @param schemaVersion {@link #SCHEMA_VERSION} of the agent that wrote it
 * @param created when it was written
 * @param agentVersion of the agent that wrote it
 * @param process which process
 * @param mode {@code WARM}, or {@code OBSERVE} in the control group
 * @param gate how traffic was held back; null while it still is
 * @param runs the warm-up's runs, oldest first; none in the control group
 * @param caches what was seen on the caches' get paths; empty while no window was open
 * @param overhead what the agent itself took
 * @param configuration the effective configuration, secrets masked
 */
public record WarmupReport(
    int schemaVersion,
    Instant created,
    String agentVersion,
    ProcessIdentity process,
    Mode mode,
    @Nullable GateOpening gate,
    List<RunReport> runs,
    List<CacheReport> caches,
    Overhead overhead,
    List<Setting> configuration) {

  /**
   * Goes up when a member changes its meaning or goes away, not when one is added: a reader that
   * passes over members it does not know can read every report of its own version.
   */
  public static final int SCHEMA_VERSION = 1;
}
