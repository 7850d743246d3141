package io.warmup.agent.config.key;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group of keys in the file. */
public enum Section {
  TOP("", "At the top of the file."),
  GATE("gate", "How the warm-up holds traffic back."),
  DEFAULTS("defaults", "What holds for each strategy that does not say otherwise."),
  STRATEGY("strategies.<name>", "One strategy, by its name."),
  OBSERVE("observe", "How long and how finely the get path is recorded."),
  REPORT("report", "Where the results go, and what they may show."),
  ROLLOUT("rollout", "Which instances warm, and what is left cold for comparison."),
  REDIS_CACHE(
      "redis-caches.<name>",
      "A cache that the application keeps in Redis by Jedis or Lettuce alone, without a cache"
          + " library above it.");

  private static final String NAME = ".<name>";

  private final String path;
  private final String doc;

  Section(String path, String doc) {
    this.path = path;
    this.doc = doc;
  }

  /** Where it stands; {@code <name>} for the names that the operator gives. */
  public String path() {
    return path;
  }

  /** One sentence for the reference. */
  public String doc() {
    return doc;
  }

  /** Whether the operator names its instances: one section a strategy. */
  public boolean named() {
    return path.endsWith(NAME);
  }

  /** The key that leads to the section from the top of the file. */
  public String root() {
    return named() ? path.substring(0, path.length() - NAME.length()) : path;
  }

  /** The full path of a key in this section, or in the instance of that name. */
  public String pathOf(String name, String key) {
    if (this == TOP) {
      return key;
    }
    return (named() ? root() + "." + name : path) + "." + key;
  }

  /** The keys of the section, in the order of the reference. */
  public List<Key<?>> keys() {
    List<Key<?>> keys = new ArrayList<>();
    for (Key<?> key : Keys.ALL) {
      if (key.in(this)) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** The key of that name in the section; null: there is none. */
  public @Nullable Key<?> key(String name) {
    for (Key<?> key : Keys.ALL) {
      if (key.in(this) && key.name().equals(name)) {
        return key;
      }
    }
    return null;
  }
}
