package io.warmup.agent.recorder;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The warmed keys nobody has read, found by keys that look like them. */
final class LookAlikes {

  private final Map<String, KeyShape> byText = new HashMap<>();
  private final Map<String, KeyShape> byCore = new HashMap<>();
  private final Map<String, KeyShape> byIdentity = new HashMap<>();
  private final Map<String, KeyShape> byNumber = new HashMap<>();
  private final Map<Class<?>, KeyShape> byIdentityAlone = new HashMap<>();
  private final Map<String, Integer> forms = new HashMap<>();
  private final Set<Class<?>> usedClasses = new HashSet<>();

  LookAlikes(List<Object> unread, List<Object> used) {
    used.forEach(key -> usedClasses.add(key.getClass()));
    for (Object key : unread) {
      KeyShape shape = KeyShape.of(key);
      forms.merge(shape.form(), 1, Integer::sum);
      if (KeyText.isCut(shape.text())) {
        continue;
      }
      byText.putIfAbsent(shape.text(), shape);
      byCore.putIfAbsent(shape.core(), shape);
      byIdentity.putIfAbsent(shape.identity(), shape);
      byNumber.putIfAbsent(shape.number(), shape);
      if (!byIdentityAlone.containsKey(key.getClass()) && shape.isFoundByIdentityAlone()) {
        byIdentityAlone.put(key.getClass(), shape);
      }
    }
  }

  /** How many unread keys there are of this one's form. */
  int ofForm(KeyShape shape) {
    return forms.getOrDefault(shape.form(), 0);
  }

  /** The unread key that a missed one looks most like; null: none, or it is that key. */
  @Nullable Pair of(KeyShape missed) {
    if (KeyText.isCut(missed.text())) {
      return null;
    }
    KeyShape same = byText.get(missed.text());
    if (same != null) {
      return same.isOfSameClass(missed)
          ? unequal(same, missed)
          : new Pair(same, missed, otherClass(same, missed), Strength.SAME_TEXT);
    }
    KeyShape alike = byIdentityAlone.get(missed.key().getClass());
    if (alike != null) {
      return usedClasses.contains(alike.key().getClass()) ? null : identity(alike, missed);
    }
    KeyShape words = missed.core().isEmpty() ? null : byCore.get(missed.core());
    if (words != null) {
      boolean letters = words.text().equalsIgnoreCase(missed.text());
      String difference = letters ? "upper and lower case" : "separator";
      return new Pair(words, missed, difference, Strength.SAME_WORDS);
    }
    KeyShape other = byIdentity.get(missed.identity());
    KeyShape number = other == null ? byNumber.get(missed.number()) : other;
    return number == null || number.number().isEmpty() ? null : sameNumber(number, missed);
  }

  private @Nullable Pair unequal(KeyShape warmed, KeyShape missed) {
    try {
      if (!warmed.key().equals(missed.key()) || !missed.key().equals(warmed.key())) {
        return usedClasses.contains(missed.key().getClass())
            ? null
            : new Pair(warmed, missed, notEqual(missed), Strength.SAME_WORDS);
      }
      return warmed.key().hashCode() == missed.key().hashCode()
          ? null
          : new Pair(
              warmed,
              missed,
              "equal, yet with another hashCode: that of " + type(missed) + " is broken",
              Strength.PROOF);
    } catch (Throwable e) {
      return null; // What its own methods throw is for the application to meet.
    }
  }

  private static String notEqual(KeyShape missed) {
    return "equal text, yet not equal: equals or hashCode of "
        + type(missed)
        + " is broken, or its text leaves something out";
  }

  private static Pair identity(KeyShape warmed, KeyShape missed) {
    return new Pair(
        warmed,
        missed,
        type(missed) + " has no equals and hashCode of its own: no other object finds its entry",
        Strength.IDENTITY);
  }

  private static String otherClass(KeyShape warmed, KeyShape missed) {
    boolean oneName = type(warmed).equals(type(missed));
    String one = oneName ? warmed.key().getClass().getName() : type(warmed);
    String other = oneName ? missed.key().getClass().getName() : type(missed);
    String loader = one.equals(other) ? " of another class loader" : "";
    return "class " + one + ", asked for as " + other + loader;
  }

  private static Pair sameNumber(KeyShape warmed, KeyShape missed) {
    String difference =
        warmed.isOfSameClass(missed)
            ? prefixOrParts(warmed.words().size(), missed.words().size())
            : otherClass(warmed, missed);
    return new Pair(warmed, missed, difference, Strength.SAME_NUMBER);
  }

  private static String prefixOrParts(int warmed, int missed) {
    return warmed == missed
        ? "prefix"
        : "number of parts: " + warmed + ", asked for with " + missed;
  }

  private static String type(KeyShape shape) {
    return shape.key().getClass().getSimpleName();
  }

  /** What a pair has in common, and so how likely it is to be chance. */
  enum Strength {
    /** Its own methods contradict each other. */
    PROOF,
    /** The same letters and digits, and yet another key. */
    SAME_WORDS,
    /** Written the same, by another class; it may be two kinds of key. */
    SAME_TEXT,
    /** What tells keys of one kind apart; the more it may be two kinds. */
    SAME_NUMBER,
    /** A class of which no two objects are equal. */
    IDENTITY
  }

  /**
   * A warmed key and a missed one.
   *
   * @param difference in words
   */
  record Pair(KeyShape warmed, KeyShape missed, String difference, Strength strength) {}
}
