package io.warmup.agent.recorder;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a key is written, apart from which key it is.
 *
 * @param key the key
 * @param text the same for people
 * @param core its letters and numbers: without regard to case and separators
 * @param words what stands between separators
 * @param own the first of the words that tell which key it is: the first that begins with a digit,
 *     else the last
 * @param form what keys of one kind have in common: class, what stands before {@code own}, and how
 *     many words there are from there
 */
record KeyShape(Object key, String text, String core, List<String> words, int own, String form) {

  static KeyShape of(Object key) {
    String text = KeyText.of(key);
    List<String> words = new ArrayList<>();
    StringBuilder core = new StringBuilder(text.length());
    int own = 0;
    int ownStart = 0;
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
        if (beginsPart(core, text, start, i)) {
          core.append(' ');
        }
        core.append(Character.toLowerCase(text.charAt(i)));
      } else {
        if (i > start) {
          if (words.isEmpty() || !isNumber(words.get(own))) {
            own = words.size();
            ownStart = start;
          }
          words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = i + 1;
      }
    }
    String form =
        key.getClass().getName() + ' ' + text.substring(0, ownStart) + ' ' + (words.size() - own);
    return new KeyShape(key, text, core.toString(), words, own, form);
  }

  /** With each word, and between letters and digits. */
  private static boolean beginsPart(StringBuilder core, String text, int start, int i) {
    return !core.isEmpty()
        && (i == start
            || Character.isDigit(text.charAt(i)) != Character.isDigit(text.charAt(i - 1)));
  }

  private static boolean isNumber(String word) {
    return Character.isDigit(word.charAt(0));
  }

  /** Which key it is, of whatever kind: {@code 7 eur} of {@code price:7:eur}. */
  String identity() {
    return String.join(" ", words.subList(own, words.size()));
  }

  /** The first word of that. */
  String number() {
    return words.isEmpty() ? "" : words.get(own);
  }

  /** The text without what {@code Object} says of every object. */
  String ownText() {
    return isNamedByIdentity() ? text.substring(text.lastIndexOf('@')) : text;
  }

  private boolean isNamedByIdentity() {
    return text.endsWith('@' + Integer.toHexString(System.identityHashCode(key)));
  }

  boolean isOfSameClass(KeyShape other) {
    return key.getClass() == other.key.getClass();
  }

  /**
   * Whether a cache finds it by this object alone, which its text does not tell from others.
   * Classes of the JDK that compare by identity, such as {@code Class}, do so on purpose.
   */
  boolean isFoundByIdentityAlone() {
    Class<?> type = key.getClass();
    return isNamedByIdentity()
        && (type.isArray()
            || (type.getClassLoader() != null && KeyFields.of(key).areNotCompared()));
  }
}
