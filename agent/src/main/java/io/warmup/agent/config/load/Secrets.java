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

  /** {@code ?user=a&password=b}, {@code ;password=b}. */
  private static final Pattern PARAMETER =
      Pattern.compile(
          "(?<=[?&;])([^=&;?\\s]*(?:password|passwd|pwd|secret|token|credential|key)[^=&;?\\s]*=)"
              + "[^&;\\s]+",
          Pattern.CASE_INSENSITIVE);

  private Secrets() {}

  /** Whether a setting of that name is to be hidden. */
  static boolean named(String name) {
    return NAME.matcher(name).find();
  }

  /** The text without what a URL in it gives away: user and password, and secret parameters. */
  static String withoutSecrets(String text) {
    return PARAMETER.matcher(USER_INFO.matcher(text).replaceAll(MASK)).replaceAll("$1" + MASK);
  }
}
