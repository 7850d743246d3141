package io.warmup.agent.config.load;

import io.warmup.agent.config.Gate;
import io.warmup.agent.config.Mode;
import io.warmup.agent.config.Observe;
import io.warmup.agent.config.RedisCache;
import io.warmup.agent.config.ReportConfig;
import io.warmup.agent.config.Rollout;
import io.warmup.agent.config.StrategiesPath;
import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.config.key.Key;
import io.warmup.agent.config.key.Keys;
import io.warmup.agent.config.key.Section;
import io.warmup.agent.config.source.Origin;
import io.warmup.agent.config.source.Sources;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Typed values into records. */
final class ConfigAssembler {

  private final ValueReader read;
  private final Values values;
  private final Sources sources;
  private final Path fileFolder;

  /**
   * An assembler.
   *
   * @param fileFolder what input paths in the file start from
   */
  ConfigAssembler(ValueReader read, Values values, Sources sources, Path fileFolder) {
    this.read = read;
    this.values = values;
    this.sources = sources;
    this.fileFolder = fileFolder;
  }

  WarmupConfig assemble() {
    read.get(Keys.VERSION);
    return new WarmupConfig(
        read.get(Keys.ENABLED) ? read.get(Keys.MODE) : Mode.OFF,
        strategiesPath(),
        gate(),
        strategy(""),
        strategies(),
        Collections.unmodifiableMap(read.map(Keys.CACHES)),
        redisCaches(),
        read.find(Keys.HEAP_LIMIT),
        observe(),
        report(),
        rollout());
  }

  private @Nullable StrategiesPath strategiesPath() {
    Path path = input(Keys.STRATEGIES_PATH);
    return path == null
        ? null
        : new StrategiesPath(path, read.origin(Keys.STRATEGIES_PATH, "").where());
  }

  private Gate gate() {
    return new Gate(
        read.get(Keys.HOLD),
        read.get(Keys.GATE_TIMEOUT),
        read.get(Keys.ON_FAILURE),
        read.find(Keys.METHOD),
        read.get(Keys.PHASE),
        read.find(Keys.WHEN_BEAN));
  }

  private Map<String, StrategyConfig> strategies() {
    Map<String, StrategyConfig> named = new LinkedHashMap<>();
    for (String name : values.names(Section.STRATEGY)) {
      named.put(name, strategy(name));
    }
    return Collections.unmodifiableMap(named);
  }

  /** The strategy of that name; of no name: the defaults. */
  private StrategyConfig strategy(String name) {
    return new StrategyConfig(
        read.get(Keys.STRATEGY_ENABLED, name),
        read.find(Keys.CACHE, name),
        read.get(Keys.CONCURRENCY, name),
        read.get(Keys.BATCH_SIZE, name),
        read.get(Keys.RATE, name),
        read.get(Keys.BACKGROUND_RATE, name),
        read.get(Keys.RETRIES, name),
        read.find(Keys.TIMEOUT, name),
        read.get(Keys.LOAD_TIMEOUT, name),
        read.find(Keys.TTL, name),
        read.get(Keys.TTL_JITTER, name),
        read.find(Keys.PRIORITY, name),
        read.list(Keys.AFTER, name),
        read.get(Keys.ONLY_MISSING, name),
        read.get(Keys.LIMIT, name),
        read.list(Keys.SCHEDULE, name),
        read.find(Keys.TIME_ZONE, name),
        read.get(Keys.GIVE_UP_AFTER, name),
        read.get(Keys.SCOPE, name),
        read.settings(Keys.SETTINGS, name));
  }

  private Map<String, RedisCache> redisCaches() {
    Map<String, RedisCache> named = new LinkedHashMap<>();
    for (String name : values.names(Section.REDIS_CACHE)) {
      named.put(name, new RedisCache(read.get(Keys.PREFIX, name), read.get(Keys.SERIALIZER, name)));
    }
    return Collections.unmodifiableMap(named);
  }

  private Observe observe() {
    return new Observe(
        read.get(Keys.WINDOW), read.get(Keys.INTERVAL), read.list(Keys.RECORD_PREFIXES, ""));
  }

  private ReportConfig report() {
    return new ReportConfig(
        sources.workingDirectory().resolve(read.get(Keys.FOLDER)).normalize(),
        read.find(Keys.HTTP),
        input(Keys.TOKEN_FILE),
        read.get(Keys.KEY_DISPLAY));
  }

  private Rollout rollout() {
    return new Rollout(
        read.get(Keys.PERCENT),
        read.get(Keys.HOLDOUT),
        read.get(Keys.ROLLOUT_KEY),
        read.list(Keys.HOLDOUT_EXCEPT, ""));
  }

  /**
   * A path that is read from. It starts from where it was said: the file's folder, which may well
   * be read-only, so what is written to starts from the working directory instead.
   */
  private @Nullable Path input(Key<Path> key) {
    Path path = read.find(key);
    boolean inFile = read.origin(key, "").source() == Origin.Source.FILE;
    return path == null
        ? null
        : (inFile ? fileFolder : sources.workingDirectory()).resolve(path).normalize();
  }
}
