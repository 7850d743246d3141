package io.warmup.agent;

import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.config.load.ConfigLoader;
import io.warmup.agent.config.load.ConfigResult;
import io.warmup.agent.config.source.Sources;
import io.warmup.agent.log.Log;
import io.warmup.agent.thread.AgentThreads;
import io.warmup.agent.warmer.Schedule;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The configuration, read beside the application's start: reading YAML takes longer than premain
 * may.
 */
final class Configuration implements Supplier<ConfigResult> {

  private static final long PATIENCE_SECONDS = 5;

  private final @Nullable String agentArguments;
  private final FutureTask<ConfigResult> task;

  private Configuration(@Nullable String agentArguments, Log log) {
    this.agentArguments = agentArguments;
    this.task = new FutureTask<>(() -> told(again(), log));
  }

  /** Begins to read it on a thread of its own, and says what is wrong with it. */
  static Configuration loading(@Nullable String agentArguments, Log log) {
    Configuration configuration = new Configuration(agentArguments, log);
    AgentThreads.start("warmup-config", configuration.task);
    return configuration;
  }

  /** Waits until it is read. */
  @Override
  public ConfigResult get() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException("the configuration cannot be read", e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** {@code observe.record-prefixes}, for a class that is just loading. */
  List<String> recordPrefixes() {
    WarmupConfig config = soon();
    return config == null ? List.of() : config.observe().recordPrefixes();
  }

  /** Whether {@code redis-caches} lists any, for a class that is just loading. */
  boolean listsRedisCaches() {
    WarmupConfig config = soon();
    return config != null && !config.redisCaches().isEmpty();
  }

  /**
   * Waits for a while and no longer, since reading the file loads classes too, and may be waiting
   * for the loader of the one that is loading.
   *
   * @return null where there is none by then
   */
  private @Nullable WarmupConfig soon() {
    try {
      ConfigResult read = task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return read instanceof ConfigResult.Loaded loaded ? loaded.config() : null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException | TimeoutException e) {
      return null;
    }
  }

  /** What it says now, which nobody is told. */
  ConfigResult again() {
    return new ConfigLoader(Schedule::problem).load(Sources.ofThisProcess(agentArguments));
  }

  private static ConfigResult told(ConfigResult result, Log log) {
    if (result instanceof ConfigResult.Loaded loaded) {
      warn(loaded.notices(), log);
    } else if (result instanceof ConfigResult.Invalid invalid) {
      warn(invalid.lines(), log);
    }
    return result;
  }

  private static void warn(List<String> lines, Log log) {
    for (String line : lines) {
      log.warn(line);
    }
  }
}
