package io.warmup.agent.recorder;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Keys as people read them. */
final class KeyText {

  private static final int LONGEST = 200;

  /** Numbers, UUIDs, hashes: what differs between keys of one kind. */
  private static final Pattern VARIABLE =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
              + "|\\b[0-9a-fA-F]{16,}\\b|\\d+");

  private static final Pattern WORDS = Pattern.compile("[:/|#.,_-]");

  private KeyText() {}

  /** Cut where it is too long; bytes are hex; a key that cannot say is named by its class. */
  static String of(Object key) {
    String text;
    try {
      text = key instanceof ByteBuffer bytes ? "0x" + hex(bytes) : String.valueOf(key);
    } catch (Throwable e) {
      text = key.getClass().getName() + " (its toString fails)";
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  /** Whether there was more of it. */
  static boolean isCut(String text) {
    return text.length() == LONGEST && text.endsWith("…");
  }

  private static String hex(ByteBuffer bytes) {
    byte[] copy = new byte[Math.min(bytes.remaining(), LONGEST)];
    bytes.duplicate().get(copy);
    return HexFormat.of().formatHex(copy);
  }

  /**
   * The key with a star for what varies: {@code price:*}. A key without a number keeps its first
   * word: {@code user:anna} is {@code user:*} too; a bare number or word is its class.
   */
  static String template(Object key) {
    String text = of(key);
    String starred = VARIABLE.matcher(text).replaceAll("*");
    if (starred.equals("*")) {
      return key.getClass().getSimpleName() + " *";
    }
    if (!starred.equals(text)) {
      return starred;
    }
    java.util.regex.Matcher separator = WORDS.matcher(text);
    return separator.find()
        ? text.substring(0, separator.end()) + "*"
        : key.getClass().getSimpleName() + " *";
  }
}
