package io.warmup.agent.report;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How much of a cache key a report shows: keys may be personal data. */
public enum KeyMask {

  /**
   * Twelve hex digits, the same for the same key within one process and different in the next, so
   * that nobody can find a key by hashing candidates.
   */
  HASH {
    @Override
    public String mask(String key) {
      return HexFormat.of().formatHex(ProcessHash.of(key), 0, 6);
    }
  },

  /**
   * {@code price:4711:eur} becomes {@code price:*:*}: what stands before the first of {@code : / |
   * #} is a name if it has no digit, all else is masked.
   */
  TEMPLATE {
    @Override
    public String mask(String key) {
      int end = PREFIX.matcher(key).results().findFirst().map(m -> m.end(1)).orElse(0);
      return key.substring(0, end) + SEGMENT.matcher(key.substring(end)).replaceAll("*");
    }
  },

  /** As it is. */
  PLAIN {
    @Override
    public String mask(String key) {
      return key;
    }
  };

  private static final Pattern PREFIX = Pattern.compile("^([^:/|#\\d@]*)[:/|#]");
  private static final Pattern SEGMENT = Pattern.compile("[^:/|#]+");

  /** The form of this key that may leave the process. */
  public abstract String mask(String key);

  /** A keyed hash whose secret lives and dies with the process. */
  private static final class ProcessHash {

    private static final SecretKeySpec SECRET = new SecretKeySpec(random(), "HmacSHA256");

    static byte[] of(String key) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(SECRET);
        return mac.doFinal(key.getBytes(StandardCharsets.UTF_8));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JVM has HmacSHA256", e);
      }
    }

    private static byte[] random() {
      byte[] bytes = new byte[32];
      new SecureRandom().nextBytes(bytes);
      return bytes;
    }
  }
}
