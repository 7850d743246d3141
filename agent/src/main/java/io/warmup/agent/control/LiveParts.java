package io.warmup.agent.control;

import io.warmup.agent.cache.CacheRegistry;
import io.warmup.agent.config.Mode;
import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.report.model.WarmupReport;
import io.warmup.agent.warmer.WarmupService;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an application's warm-up consists of, as it is now. Thread-safe. */
public interface LiveParts {

  /** What people call the application. */
  String application();

  WarmupConfig config();

  /** What this instance does, which a staged rollout may make less than the file says. */
  Mode mode();

  /** Null until its strategies are found, for good if there are none or this instance observes. */
  @Nullable WarmupService service();

  /** Null until they are looked for. */
  @Nullable CacheRegistry caches();

  /** How far the look for strategies is. */
  Search search();

  /** Null while traffic is held back. */
  @Nullable GateOpening gate();

  WarmupReport report();

  /**
   * A service of its own for a dry run: strategies found and made anew.
   *
   * @param file the configuration to take them from; null: the one that holds
   * @param problems gets a line for whatever cannot be used
   * @return null if there is none, which the lines say
   */
  @Nullable WarmupService rehearsal(@Nullable Path file, List<String> problems);
}
