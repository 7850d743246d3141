package io.warmup.agent.config.load;

import io.warmup.agent.config.key.Key;
import io.warmup.agent.config.source.ConfigNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One value that is another one now.
 *
 * @param key its full path
 * @param sentence what it was and is, secrets masked, without a full stop
 * @param effect when it holds
 */
public record ConfigChange(String key, String sentence, Key.Effect effect) {

  /** What is different, in the order of the reference; values only, not where they stand. */
  public static List<ConfigChange> between(EffectiveConfig before, EffectiveConfig now) {
    return between(before.inForce(), now.inForce());
  }

  private static List<ConfigChange> between(
      Map<String, Values.Entry> before, Map<String, Values.Entry> now) {
    Set<String> paths = new LinkedHashSet<>(before.keySet());
    paths.addAll(now.keySet());
    return paths.stream()
        .filter(path -> !same(before.get(path), now.get(path)))
        .map(path -> at(path, before, now))
        .toList();
  }

  /** Whether it is of no consequence until the application starts again. */
  public boolean needsRestart() {
    return effect == Key.Effect.RESTART;
  }

  @Override
  public String toString() {
    return switch (effect) {
      case AT_ONCE -> sentence;
      case NEXT_RUN -> sentence + ", from the next run on";
      case RESTART -> sentence + ", after a restart";
    };
  }

  private static ConfigChange at(
      String path, Map<String, Values.Entry> before, Map<String, Values.Entry> now) {
    Values.Entry old = before.get(path);
    Values.Entry changed = now.get(path);
    String sentence =
        changed == null
            ? path + " is no longer set (was " + shown(path, old) + ")"
            : path + " is now " + shown(path, changed) + " (was " + shown(path, old) + ")";
    Values.Entry any = changed == null ? old : changed;
    return new ConfigChange(path, sentence, any.address().key().effect());
  }

  private static boolean same(Values.@Nullable Entry a, Values.@Nullable Entry b) {
    if (a == null || b == null) {
      return a == b;
    }
    ConfigNode value = a.value();
    return value.saysTheSameAs(b.value());
  }

  private static String shown(String path, Values.@Nullable Entry entry) {
    return entry == null ? "not set" : EffectiveConfig.entry(path, entry).value();
  }
}
