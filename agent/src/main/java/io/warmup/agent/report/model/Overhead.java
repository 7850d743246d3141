package io.warmup.agent.report.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the agent itself took from the process.
 *
 * @param premain wall time of premain
 * @param awakening wall time of making ready, when the first class showed up that concerns the
 *     agent
 * @param cpu processor time of the agent's own threads
 * @param cpuWithLoads whether the loads of the warm-up are part of it: on virtual threads they are
 *     not, whose time no JVM tells
 * @param bytes heap that the record of the get paths takes while it is open; a byte in each entry
 *     of the caches comes to it
 */
public record Overhead(
    @Nullable Duration premain,
    @Nullable Duration awakening,
    @Nullable Duration cpu,
    @Nullable Boolean cpuWithLoads,
    @Nullable Long bytes) {

  /** Nothing was measured. */
  public static final Overhead UNKNOWN = new Overhead(null, null, null, null, null);
}
