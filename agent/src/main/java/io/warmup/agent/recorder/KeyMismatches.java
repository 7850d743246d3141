package io.warmup.agent.recorder;

import io.warmup.agent.recorder.CacheObservation.KeyMismatch;
import io.warmup.agent.recorder.FrequentKeys.Count;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds warmed keys that nobody reads while look-alikes miss: the strategy builds its keys another
 * way than the application does.
 */
final class KeyMismatches {

  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<String, Object> byText = new HashMap<>();
  private final Map<String, Object> byCore = new HashMap<>();
  private final Map<String, Object> byLastWord = new HashMap<>();

  private KeyMismatches(List<Object> unread) {
    for (Object key : unread) {
      String text = KeyText.of(key);
      byText.putIfAbsent(text, key);
      byCore.putIfAbsent(core(text), key);
      byLastWord.putIfAbsent(lastWord(text), key);
    }
  }

  /**
   * One example for each kind of difference, most frequent first.
   *
   * @param unread warmed keys that were not read
   * @param missed keys that missed
   */
  static List<KeyMismatch> between(List<Object> unread, MissedKeys missed) {
    if (unread.isEmpty()) {
      return List.of();
    }
    KeyMismatches warmed = new KeyMismatches(unread);
    Map<String, KeyMismatch> byDifference = new LinkedHashMap<>();
    for (Count each : missed.counts()) {
      KeyMismatch found = warmed.lookAlike(each);
      if (found != null) {
        byDifference.merge(found.difference(), found, KeyMismatches::add);
      }
    }
    List<KeyMismatch> mismatches = new ArrayList<>(byDifference.values());
    mismatches.sort((one, other) -> Long.compare(other.count(), one.count()));
    return mismatches;
  }

  private static KeyMismatch add(KeyMismatch first, KeyMismatch next) {
    return new KeyMismatch(
        first.warmed(), first.missed(), first.difference(), first.count() + next.count());
  }

  private @Nullable KeyMismatch lookAlike(Count missed) {
    String text = KeyText.of(missed.key());
    Object same = byText.get(text);
    if (same != null) {
      boolean sameClass = same.getClass() == missed.key().getClass();
      String difference =
          sameClass
              ? "equal text, yet not equal: equals or hashCode of "
                  + simpleName(same)
                  + " is broken"
              : "class " + simpleName(same) + ", asked for as " + simpleName(missed.key());
      return mismatch(same, missed, difference);
    }
    Object core = byCore.get(core(text));
    if (core != null) {
      return mismatch(core, missed, caseOrSeparator(KeyText.of(core), text));
    }
    Object tail = byLastWord.get(lastWord(text));
    if (tail != null && !lastWord(text).isEmpty()) {
      return mismatch(tail, missed, prefixOrArity(KeyText.of(tail), text));
    }
    return null;
  }

  private static String caseOrSeparator(String warmed, String missed) {
    return warmed.equalsIgnoreCase(missed) ? "upper and lower case" : "separator";
  }

  private static String prefixOrArity(String warmed, String missed) {
    int parts = SEPARATORS.split(warmed).length;
    int asked = SEPARATORS.split(missed).length;
    return parts == asked ? "prefix" : "number of parts: " + parts + ", asked for with " + asked;
  }

  private static KeyMismatch mismatch(Object warmed, Count missed, String difference) {
    return new KeyMismatch(described(warmed), described(missed.key()), difference, missed.count());
  }

  private static String described(Object key) {
    return key instanceof String ? KeyText.of(key) : simpleName(key) + " " + KeyText.of(key);
  }

  private static String simpleName(Object key) {
    return key.getClass().getSimpleName();
  }

  private static String core(String text) {
    return SEPARATORS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }

  private static String lastWord(String text) {
    String[] words = SEPARATORS.split(text);
    return words.length < 1 ? "" : words[words.length - 1].toLowerCase(Locale.ROOT);
  }
}
