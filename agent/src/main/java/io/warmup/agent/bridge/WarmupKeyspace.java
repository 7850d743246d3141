package io.warmup.agent.bridge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The keys in Redis that begin with one prefix: a cache that nothing but its keys' names holds
 * together. There are as many as the operator lists, and they stay.
 *
 * <p>A key goes by what stands behind the prefix: a {@code String}, or a {@link ByteBuffer} where
 * that is no text in UTF-8.
 */
public final class WarmupKeyspace {

  /** Longest prefix first: a key belongs to the first that fits. */
  private static volatile WarmupKeyspace[] all = {};

  private static final char UNREADABLE = '\uFFFD';

  private final byte[] prefix;
  private volatile @Nullable WarmupGets gets;

  private WarmupKeyspace(byte[] prefix) {
    this.prefix = prefix;
  }

  /** The one with that prefix, from here on if there was none. */
  public static synchronized WarmupKeyspace with(String text) {
    byte[] prefix = text.getBytes(StandardCharsets.UTF_8);
    for (WarmupKeyspace known : all) {
      if (Arrays.equals(known.prefix, prefix)) {
        return known;
      }
    }
    WarmupKeyspace added = new WarmupKeyspace(prefix);
    WarmupKeyspace[] more = Arrays.copyOf(all, all.length + 1);
    int at = all.length;
    for (; at > 0 && more[at - 1].prefix.length < prefix.length; at--) {
      more[at] = more[at - 1];
    }
    more[at] = added;
    all = more;
    return added;
  }

  /** The one that a key, as Redis has it, belongs to; null: none. */
  public static @Nullable WarmupKeyspace owner(byte[] key) {
    for (WarmupKeyspace each : all) {
      int length = each.prefix.length;
      if (key.length >= length && Arrays.equals(key, 0, length, each.prefix, 0, length)) {
        return each;
      }
    }
    return null;
  }

  /** What a strategy names, in the one form that keys have here: its bytes, or its text. */
  public static Object key(Object named) {
    byte[] bytes =
        named instanceof byte[]
            ? (byte[]) named
            : named.toString().getBytes(StandardCharsets.UTF_8);
    return read(bytes, 0);
  }

  /** What stands behind the prefix of a key that belongs here. */
  Object keyIn(byte[] whole) {
    return read(whole, prefix.length);
  }

  /**
   * A key as Redis has it.
   *
   * @param key in the form that keys have here
   */
  public byte[] whole(Object key) {
    byte[] own =
        key instanceof ByteBuffer
            ? ((ByteBuffer) key).array()
            : ((String) key).getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(prefix, prefix.length + own.length);
    System.arraycopy(own, 0, whole, prefix.length, own.length);
    return whole;
  }

  private static Object read(byte[] bytes, int from) {
    String text = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    if (text.indexOf(UNREADABLE) < 0) {
      return text;
    }
    byte[] own = Arrays.copyOfRange(bytes, from, bytes.length);
    return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), own) ? text : ByteBuffer.wrap(own);
  }

  /** Everything in this Redis is about to be removed. */
  static void clearing() {
    for (WarmupKeyspace each : all) {
      WarmupWrites.clearing(each);
    }
  }

  @Nullable WarmupGets gets() {
    return gets;
  }

  /**
   * Begins to record, or ends it with null.
   *
   * @return by how many the recorded ones are more
   */
  int record(@Nullable WarmupGets newGets) {
    int more = (newGets == null ? 0 : 1) - (gets == null ? 0 : 1);
    gets = newGets;
    return more;
  }
}
