package io.warmup.agent.config.load;

import java.util.regex.Pattern;

/** Keeps secrets out of all that is shown. */
final class Secrets {

  static final String MASK = "***";

  // Compiled where it takes one to tell: most values are no URLs.
  private static final String NAME =
      "(?i)password|passwd|pwd|passphrase|secret|token|credential|auth|private|api-?_?key"
          + "|access-?_?key|(^|[._-])(key|pin|pass)$|key$";

  private static final String USER_INFO = "(?<=://)[^/@\\s]+(?=@)";

  /** {@code ?user=a&password=b}, {@code ;password=b}. */
  private static final String PARAMETER =
      "(?i)(?<=[?&;])([^=&;?\\s]*(?:password|passwd|pwd|secret|token|credential|key)[^=&;?\\s]*=)"
          + "[^&;\\s]+";

  private Secrets() {}

  /** Whether a setting of that name is to be hidden. */
  static boolean named(String name) {
    return Pattern.compile(NAME).matcher(name).find();
  }

  /** The text without what a URL in it gives away: user and password, and secret parameters. */
  static String withoutSecrets(String text) {
    String open = text.contains("://") ? text.replaceAll(USER_INFO, MASK) : text;
    return open.contains("=") ? open.replaceAll(PARAMETER, "$1" + MASK) : open;
  }
}
