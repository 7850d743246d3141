package io.warmup.agent.report.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the agent itself took from the process.
 *
 * @param premain wall time of premain, and of making ready when the first class showed up that
 *     concerns the agent
 * @param cpu processor time of premain and of the agent's own threads; the loads of the warm-up run
 *     there and are part of it
 * @param bytes heap the recorder holds
 */
public record Overhead(@Nullable Duration premain, @Nullable Duration cpu, @Nullable Long bytes) {

  /** Nothing was measured. */
  public static final Overhead UNKNOWN = new Overhead(null, null, null);
}
