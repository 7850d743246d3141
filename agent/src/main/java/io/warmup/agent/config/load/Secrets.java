package io.warmup.agent.config.load;

import java.util.regex.Pattern;

/** Keeps secrets out of all that is shown. */
final class Secrets {

  static final String MASK = "***";

  private static final Pattern NAME =
      Pattern.compile(
          "password|passwd|pwd|passphrase|secret|token|credential|auth|private|api-?_?key"
              + "|access-?_?key|(^|[._-])(key|pin|pass)$|key$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/@\\s]+(?=@)");

  private Secrets() {}

  /** Whether a setting of that name is to be hidden. */
  static boolean named(String name) {
    return NAME.matcher(name).find();
  }

  /** The text without user and password of a URL in it. */
  static String withoutUserInfo(String text) {
    return USER_INFO.matcher(text).replaceAll(MASK);
  }
}
