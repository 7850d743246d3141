package io.warmup.agent.recorder;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A 64-bit hash of a key. Java's own has 32 bits and collides systematically for keys made of
 * several small numbers, records among them, so keys are hashed by their content; those of the
 * JDK's remaining classes, and of classes that a module closes, by all there is.
 */
final class KeyHash {

  /** How deep a key is looked into: one that leads back to itself ends there. */
  private static final int DEEPEST = 4;

  private KeyHash() {}

  /** Whatever the key's own methods throw, this gives a number. */
  static long of(Object key) {
    try {
      return mix(content(key, 0));
    } catch (Throwable e) {
      return mix(System.identityHashCode(key));
    }
  }

  /** Whether keys of its class that are not equal have different hashes, but for chance. */
  static boolean tellsApart(Object key) {
    return isOfTheJdk(key) || KeyFields.of(key).areReadable();
  }

  private static long content(Object key, int depth) throws IllegalAccessException {
    if (key instanceof String text) {
      return text(text);
    }
    if (key instanceof Long number) {
      return number;
    }
    if (key instanceof Integer || key instanceof Short || key instanceof Byte) {
      return mix(((Number) key).longValue());
    }
    if (key instanceof UUID uuid) {
      return mix(uuid.getMostSignificantBits()) + uuid.getLeastSignificantBits();
    }
    return depth < DEEPEST ? composed(key, depth) : key.hashCode();
  }

  private static long composed(Object key, int depth) throws IllegalAccessException {
    if (depth > 0 && !isOfTheJdk(key) && (key instanceof Collection || key instanceof Map)) {
      return 0; // It may be one that loads what it holds, which is not for us to begin.
    }
    if (key instanceof List<?> list) {
      long hash = list.size();
      for (Object element : list) {
        hash = mix(hash) + part(element, depth);
      }
      return hash;
    }
    if (key instanceof Collection<?> set) {
      return inAnyOrder(set, depth);
    }
    if (key instanceof Map<?, ?> map) {
      return inAnyOrder(map.entrySet(), depth);
    }
    if (key instanceof Map.Entry<?, ?> entry) {
      return mix(part(entry.getKey(), depth)) + part(entry.getValue(), depth);
    }
    if (isOfTheJdk(key)) {
      return depth > 0 && key.getClass().isArray() ? array(key, depth) : key.hashCode();
    }
    KeyFields fields = KeyFields.of(key);
    if (fields.areNotCompared()) {
      return System.identityHashCode(key);
    }
    return fields.areReadable() ? fields.hash(key, depth) : key.hashCode();
  }

  /** A key that is one is compared by identity; what a key holds, hardly ever. */
  private static long array(Object array, int depth) throws IllegalAccessException {
    long hash = Array.getLength(array);
    if (array instanceof byte[] bytes) {
      for (byte each : bytes) {
        hash = hash * 0x100000001b3L + each;
      }
    } else if (array instanceof Object[] elements) {
      for (Object element : elements) {
        hash = mix(hash) + part(element, depth);
      }
    } else {
      for (int i = 0; i < Array.getLength(array); i++) {
        hash = mix(hash) + Array.get(array, i).hashCode();
      }
    }
    return hash;
  }

  private static long inAnyOrder(Collection<?> elements, int depth) throws IllegalAccessException {
    long hash = elements.size();
    for (Object element : elements) {
      hash += mix(part(element, depth));
    }
    return hash;
  }

  /** Of something that a key at this depth is made of. */
  static long part(@Nullable Object value, int depth) throws IllegalAccessException {
    return value == null ? 0 : content(value, depth + 1);
  }

  static long text(String text) {
    long hash = text.length();
    for (int i = 0; i < text.length(); i++) {
      hash = hash * 0x100000001b3L + text.charAt(i);
    }
    return hash;
  }

  private static boolean isOfTheJdk(Object key) {
    ClassLoader loader = key.getClass().getClassLoader();
    return loader == null || key.getClass().isArray() || key instanceof Enum;
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  static long mix(long z) {
    z += 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
