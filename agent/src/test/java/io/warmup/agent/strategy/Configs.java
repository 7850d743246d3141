package io.warmup.agent.strategy;

import io.warmup.agent.config.StrategiesPath;
import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.config.load.ConfigLoader;
import io.warmup.agent.config.load.ConfigResult;
import io.warmup.agent.config.source.Sources;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Configurations as the loader would make them. */
final class Configs {

  private static final WarmupConfig DEFAULT = load();

  static final StrategyConfig DEFAULTS = DEFAULT.defaults();

  private Configs() {}

  /** All defaults but for these two. */
  static WarmupConfig with(Path strategiesPath, Map<String, StrategyConfig> strategies) {
    return new WarmupConfig(
        DEFAULT.mode(),
        new StrategiesPath(strategiesPath, "warmup.yaml:2:18"),
        DEFAULT.gate(),
        DEFAULT.defaults(),
        strategies,
        DEFAULT.caches(),
        DEFAULT.redisCaches(),
        DEFAULT.heapLimit(),
        DEFAULT.observe(),
        DEFAULT.report(),
        DEFAULT.rollout());
  }

  private static WarmupConfig load() {
    Sources nothing =
        Sources.of(null, Map.of(), Map.of(), Path.of("target/nothing").toAbsolutePath());
    ConfigResult result = new ConfigLoader(schedule -> Optional.empty()).load(nothing);
    return ((ConfigResult.Loaded) result).config();
  }
}
