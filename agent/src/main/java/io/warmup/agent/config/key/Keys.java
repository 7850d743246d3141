package io.warmup.agent.config.key;

import static io.warmup.agent.config.key.Key.Effect.AT_ONCE;
import static io.warmup.agent.config.key.Key.Effect.NEXT_RUN;
import static io.warmup.agent.config.key.Key.Effect.RESTART;
import static io.warmup.agent.config.key.Section.DEFAULTS;
import static io.warmup.agent.config.key.Section.GATE;
import static io.warmup.agent.config.key.Section.OBSERVE;
import static io.warmup.agent.config.key.Section.REDIS_CACHE;
import static io.warmup.agent.config.key.Section.REPORT;
import static io.warmup.agent.config.key.Section.ROLLOUT;
import static io.warmup.agent.config.key.Section.STRATEGY;
import static io.warmup.agent.config.key.Section.TOP;

import io.warmup.agent.config.Concurrency;
import io.warmup.agent.config.Gate;
import io.warmup.agent.config.HeapLimit;
import io.warmup.agent.config.Mode;
import io.warmup.agent.config.RedisCache;
import io.warmup.agent.config.ReportConfig;
import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.config.key.Key.Effect;
import io.warmup.agent.config.key.Key.Shape;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table: every key there is, in the order of the reference. */
public final class Keys {

  private static final List<Key<?>> TABLE = new ArrayList<>();

  public static final Key<Integer> VERSION =
      one(TOP, "version", Types.VERSION, "1", RESTART, "The version of this file's format.");

  public static final Key<Boolean> ENABLED =
      one(
          TOP,
          "enabled",
          Types.SWITCH,
          "true",
          AT_ONCE,
          "`false`: the agent is not there at all (`mode: off`). As agent argument, system property or"
              + " environment variable it is read before anything else loads.");

  public static final Key<Mode> MODE =
      one(
          TOP,
          "mode",
          Types.oneOf(Mode.values()),
          "warm",
          AT_ONCE,
          "`warm`: load, then observe. `observe`: load nothing, record all the same: the control"
              + " group. `off`: neither; an agent that starts with it comes back with a restart only.");

  public static final Key<Path> CONFIG =
      one(
          TOP,
          "config",
          Types.PATH,
          null,
          RESTART,
          "This file. Not in the file itself; without it `warmup.yaml` in the working directory is"
              + " read if it is there.");

  public static final Key<String> WHEN =
      list(
          TOP,
          "when",
          Types.TEXT,
          RESTART,
          "`app=shop-*`: this document holds only for applications with such a main class, jar or"
              + " `spring.application.name`; see \"Several services in one file\".");

  public static final Key<Path> STRATEGIES_PATH =
      one(
          TOP,
          "strategies-path",
          Types.PATH,
          null,
          RESTART,
          "A strategy jar, or a folder of them, relative to this file. Without it only strategies on"
              + " the application's own class path are found.");

  public static final Key<HeapLimit> HEAP_LIMIT =
      one(
          TOP,
          "heap-limit",
          Types.HEAP_LIMIT,
          null,
          AT_ONCE,
          "Heap use, after garbage collection, at which the warm-up stops: `85%` of the largest"
              + " heap, or `2GB`.");

  public static final Key<String> CACHES =
      map(
          TOP,
          "caches",
          Types.TEXT,
          NEXT_RUN,
          "Names for caches: yours, and after it the one that the agent found the cache under"
              + " (`products: ProductRepository.cache`).");

  public static final Key<Gate.Hold> HOLD =
      one(
          GATE,
          "hold",
          Types.oneOf(Gate.Hold.values()),
          "port",
          RESTART,
          "What waits for the warm-up. `port`: nothing listens yet. `readiness`: the port is open,"
              + " the readiness probe says no. `none`: nothing, the warm-up runs in the background.");

  public static final Key<Duration> GATE_TIMEOUT =
      one(
          GATE,
          "timeout",
          Types.DURATION,
          "60s",
          RESTART,
          "When traffic opens at the latest; the rest of the warm-up goes on in the background.");

  public static final Key<Gate.OnFailure> ON_FAILURE =
      one(
          GATE,
          "on-failure",
          Types.oneOf(Gate.OnFailure.values()),
          "open",
          RESTART,
          "What a failed warm-up means: `open`: traffic opens all the same. `fail`: the application"
              + " refuses to start.");

  public static final Key<String> METHOD =
      one(
          GATE,
          "method",
          Types.METHOD_NAME,
          null,
          RESTART,
          "In an application without a framework the warm-up runs when this method is entered"
              + " (`com.acme.Server#start`); without it, when `main` is.");

  public static final Key<Gate.Phase> PHASE =
      one(
          GATE,
          "phase",
          Types.oneOf(Gate.Phase.values()),
          "exit",
          RESTART,
          "Quarkus: warm after the observers of its start-up event (`exit`), or before them"
              + " (`enter`) so that no message is consumed before.");

  public static final Key<String> WHEN_BEAN =
      one(
          GATE,
          "when-bean",
          Types.TEXT,
          null,
          RESTART,
          "Spring: warm the context that has a bean of this name, where an application has several.");

  public static final Key<Boolean> STRATEGY_ENABLED =
      one(
          DEFAULTS,
          "enabled",
          Types.SWITCH,
          "true",
          NEXT_RUN,
          "`false`: the strategy is found, but never run. One that is off at the start comes back"
              + " with a restart only.");

  public static final Key<String> CACHE =
      one(
          STRATEGY,
          "cache",
          Types.TEXT,
          null,
          NEXT_RUN,
          "The cache to warm. Default: as the strategy says.");

  public static final Key<Concurrency> CONCURRENCY =
      one(
          DEFAULTS,
          "concurrency",
          Types.CONCURRENCY,
          "10",
          AT_ONCE,
          "Loads in flight at most, or `adaptive`: as many as the source bears without slowing"
              + " down.");

  public static final Key<Integer> BATCH_SIZE =
      one(
          DEFAULTS,
          "batch-size",
          Types.count(1, 100_000),
          "100",
          NEXT_RUN,
          "Keys in one call of the strategy's bulk load.");

  public static final Key<Double> RATE =
      one(
          DEFAULTS,
          "rate",
          Types.RATE,
          "0",
          AT_ONCE,
          "Keys loaded per time at most (`500/s`); 0: no limit.");

  public static final Key<Double> BACKGROUND_RATE =
      one(
          DEFAULTS,
          "background-rate",
          Types.RATE,
          "0",
          AT_ONCE,
          "The same once traffic is open; 0: as `rate`.");

  public static final Key<Integer> RETRIES =
      one(
          DEFAULTS,
          "retries",
          Types.count(0, 100),
          "2",
          NEXT_RUN,
          "Further tries of a failed load, after growing pauses.");

  public static final Key<Integer> GIVE_UP_AFTER =
      one(
          DEFAULTS,
          "give-up-after",
          Types.count(0, 1_000_000),
          "50",
          NEXT_RUN,
          "Failed loads in a row after which the strategy is given up; 0: never.");

  public static final Key<Duration> TIMEOUT =
      one(
          DEFAULTS,
          "timeout",
          Types.SOME_TIME,
          null,
          NEXT_RUN,
          "Bound on one run of the strategy. Default: none but the gate's.");

  public static final Key<Duration> LOAD_TIMEOUT =
      one(
          DEFAULTS,
          "load-timeout",
          Types.SOME_TIME,
          "30s",
          NEXT_RUN,
          "When one load is abandoned and counts as failed.");

  public static final Key<Duration> TTL =
      one(
          DEFAULTS,
          "ttl",
          Types.SOME_TIME,
          null,
          NEXT_RUN,
          "Life of a warmed entry, where the cache has one for each entry. Default: as the strategy"
              + " says.");

  public static final Key<Double> TTL_JITTER =
      one(
          DEFAULTS,
          "ttl-jitter",
          Types.SHARE,
          "0%",
          NEXT_RUN,
          "By how much of itself each ttl is varied either way, so that warmed keys do not expire"
              + " together.");

  public static final Key<Boolean> ONLY_MISSING =
      one(
          DEFAULTS,
          "only-missing",
          Types.SWITCH,
          "false",
          NEXT_RUN,
          "`true`: keys that the cache holds already are not loaded.");

  public static final Key<Long> LIMIT =
      one(
          DEFAULTS,
          "limit",
          Types.longCount(0),
          "0",
          NEXT_RUN,
          "Keys taken from the strategy at most; 0: all.");

  public static final Key<Integer> PRIORITY =
      one(
          STRATEGY,
          "priority",
          Types.count(-1_000_000, 1_000_000),
          null,
          NEXT_RUN,
          "Higher runs first, equal ones together. Default: as the strategy says.");

  public static final Key<String> AFTER =
      list(
          STRATEGY,
          "after",
          Types.TEXT,
          NEXT_RUN,
          "Strategies of this file that must have ended before.");

  public static final Key<String> SCHEDULE =
      list(
          DEFAULTS,
          "schedule",
          Types.TEXT,
          AT_ONCE,
          "When it runs again: `\"0 2 * * *\"` (minute, hour, day of month, month, day of week) or"
              + " `every 30m`; several may stand.");

  public static final Key<ZoneId> TIME_ZONE =
      one(
          DEFAULTS,
          "time-zone",
          Types.TIME_ZONE,
          null,
          AT_ONCE,
          "The time zone of `schedule`. Default: the JVM's.");

  public static final Key<StrategyConfig.Scope> SCOPE =
      one(
          DEFAULTS,
          "scope",
          Types.oneOf(StrategyConfig.Scope.values()),
          "instance",
          NEXT_RUN,
          "`fleet`: instances that share a cache in Redis divide its keys and warm it once between"
              + " them; keys that are in the cache already are not loaded.");

  public static final Key<String> SETTINGS =
      declare(
          new Key<>(
              STRATEGY,
              "settings",
              Shape.FREE,
              Types.TEXT,
              null,
              RESTART,
              "The strategy's own settings, handed to it as they are."));

  public static final Key<Duration> WINDOW =
      one(
          OBSERVE,
          "window",
          Types.DURATION,
          "15m",
          AT_ONCE,
          "How long the get path is recorded after traffic opened; 0: not at all.");

  public static final Key<Duration> INTERVAL =
      one(
          OBSERVE,
          "interval",
          Types.SOME_TIME,
          "10s",
          AT_ONCE,
          "The grain of the hit-ratio timeline.");

  public static final Key<String> RECORD_PREFIXES =
      list(
          OBSERVE,
          "record-prefixes",
          Types.PREFIX,
          RESTART,
          "Package prefixes of copies of Caffeine and Guava relocated inside other libraries, to"
              + " record too (`com.acme.shaded.`). They are not warmed. A copy that ProGuard or the"
              + " like has optimised is left alone, and a line says so.");

  public static final Key<Path> FOLDER =
      one(
          REPORT,
          "folder",
          Types.PATH,
          "warmup-report",
          AT_ONCE,
          "Where JSON and HTML reports are written, relative to the working directory.");

  public static final Key<String> HTTP =
      one(
          REPORT,
          "http",
          Types.HOST_AND_PORT,
          null,
          RESTART,
          "Address of the live page (`127.0.0.1:9465`). Default: none. Anything but loopback needs"
              + " `token-file`.");

  public static final Key<Path> TOKEN_FILE =
      one(
          REPORT,
          "token-file",
          Types.PATH,
          null,
          RESTART,
          "A file with the token that the live page asks for, relative to this file.");

  public static final Key<ReportConfig.KeyDisplay> KEY_DISPLAY =
      one(
          REPORT,
          "keys",
          Types.oneOf(ReportConfig.KeyDisplay.values()),
          "template",
          AT_ONCE,
          "Cache keys may be personal data. `hash`: reports show a hash. `template`: the shape,"
              + " `price:*`. `plain`: all of it.");

  public static final Key<Integer> PERCENT =
      one(
          ROLLOUT,
          "percent",
          Types.PERCENT,
          "100",
          RESTART,
          "Share of the instances that warm; the others observe. Raising it takes no instance"
              + " out.");

  public static final Key<Double> HOLDOUT =
      one(
          ROLLOUT,
          "holdout",
          Types.SHARE,
          "0%",
          NEXT_RUN,
          "Share of the planned keys left cold on a warmed instance; the report compares the two.");

  public static final Key<String> ROLLOUT_KEY =
      one(
          ROLLOUT,
          "key",
          Types.TEXT,
          null,
          RESTART,
          "What this instance is told apart by. Default: the host name.");

  public static final Key<String> HOLDOUT_EXCEPT =
      list(
          ROLLOUT,
          "holdout-except",
          Types.TEXT,
          NEXT_RUN,
          "Keys that are never left cold; `*` stands for any text.");

  public static final Key<String> PREFIX =
      one(
          REDIS_CACHE,
          "prefix",
          Types.TEXT,
          "",
          RESTART,
          "Stands before each key, as the application writes it.");

  public static final Key<RedisCache.Serializer> SERIALIZER =
      one(
          REDIS_CACHE,
          "serializer",
          Types.oneOf(RedisCache.Serializer.values()),
          "string",
          RESTART,
          "What the application reads values back with: text, bytes as the strategy gives them,"
              + " JSON by the application's Jackson, Java serialisation.");

  static final List<Key<?>> ALL = List.copyOf(TABLE);

  private Keys() {}

  /** Every key there is, in the order of the reference. */
  public static List<Key<?>> all() {
    return ALL;
  }

  private static <T> Key<T> one(
      Section section,
      String name,
      Type<T> type,
      @Nullable String fallback,
      Effect effect,
      String doc) {
    return declare(new Key<>(section, name, Shape.ONE, type, fallback, effect, doc));
  }

  private static <T> Key<T> list(
      Section section, String name, Type<T> type, Effect effect, String doc) {
    return declare(new Key<>(section, name, Shape.LIST, type, null, effect, doc));
  }

  private static <T> Key<T> map(
      Section section, String name, Type<T> type, Effect effect, String doc) {
    return declare(new Key<>(section, name, Shape.MAP, type, null, effect, doc));
  }

  private static <T> Key<T> declare(Key<T> key) {
    TABLE.add(key);
    return key;
  }
}
