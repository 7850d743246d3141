package io.warmup.agent.config.key;

import java.util.Optional;

/**
 * One place where a value may stand: a key, in the section of that name, and below an open key the
 * child's name.
 *
 * @param place the section; for a key of the defaults it may be a strategy's
 * @param instance the name of a named section, else empty
 * @param key the key
 * @param child the name below an open key, else empty
 */
public record Address(Section place, String instance, Key<?> key, String child) {

  /** {@code strategies.HotProducts.settings.days}. */
  public String path() {
    String path = place.pathOf(instance, key.name());
    return child.isEmpty() ? path : path + "." + child;
  }

  /**
   * Finds the place that a dotted path names, if there is such a key. Open keys come first: {@code
   * strategies.A.settings.limit} is a setting, not the limit of a strategy "A.settings".
   */
  public static Optional<Address> of(String path) {
    Optional<Address> ofOpen = of(path, true);
    return ofOpen.isPresent() ? ofOpen : of(path, false);
  }

  private static Optional<Address> of(String path, boolean open) {
    for (Section section : Section.values()) {
      for (Key<?> key : section.keys()) {
        Optional<Address> found = key.open() == open ? match(path, section, key) : Optional.empty();
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Address> match(String path, Section section, Key<?> key) {
    if (!section.named()) {
      return matchKey(path, section.pathOf("", key.name()), section, "", key);
    }
    String root = section.root() + ".";
    if (!path.startsWith(root)) {
      return Optional.empty();
    }
    String rest = path.substring(root.length());
    String tail = "." + key.name();
    int at = key.open() ? rest.indexOf(tail + ".") : rest.lastIndexOf(tail);
    return at <= 0
        ? Optional.empty()
        : matchKey(rest.substring(at + 1), key.name(), section, rest.substring(0, at), key);
  }

  private static Optional<Address> matchKey(
      String path, String name, Section section, String instance, Key<?> key) {
    if (!key.open()) {
      return path.equals(name)
          ? Optional.of(new Address(section, instance, key, ""))
          : Optional.empty();
    }
    return path.startsWith(name + ".") && path.length() > name.length() + 1
        ? Optional.of(new Address(section, instance, key, path.substring(name.length() + 1)))
        : Optional.empty();
  }
}
