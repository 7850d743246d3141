package io.warmup.agent.recorder;

import java.util.List;
import java.util.UUID;

/**
 * A 64-bit hash of a key. Java's own has 32 bits and collides systematically for composite keys, so
 * the usual classes are hashed by their content; for others it is all there is.
 */
final class KeyHash {

  private KeyHash() {}

  /** Whatever the key's own methods throw, this gives a number. */
  static long of(Object key) {
    try {
      return mix(content(key, 0));
    } catch (Throwable e) {
      return mix(System.identityHashCode(key));
    }
  }

  private static long content(Object key, int depth) {
    if (key instanceof String text) {
      long hash = text.length();
      for (int i = 0; i < text.length(); i++) {
        hash = hash * 0x100000001b3L + text.charAt(i);
      }
      return hash;
    }
    if (key instanceof Long || key instanceof Integer || key instanceof Short) {
      return ((Number) key).longValue();
    }
    if (key instanceof UUID uuid) {
      return mix(uuid.getMostSignificantBits()) + uuid.getLeastSignificantBits();
    }
    if (key instanceof List<?> list && depth < 4) {
      long hash = list.size();
      for (Object element : list) {
        hash = mix(hash) + (element == null ? 0 : content(element, depth + 1));
      }
      return hash;
    }
    return key.hashCode();
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  static long mix(long z) {
    z += 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
