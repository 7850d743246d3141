package io.warmup.agent.config;

import java.nio.charset.StandardCharsets;

/** Where a text falls in 0..1: the same place in every process, at every start. */
public final class StableHash {

  private StableHash() {}

  /** At least 0, less than 1. */
  public static double of(String text) {
    return (hash(text) >>> 11) * 0x1.0p-53;
  }

  /** One of so many slots, counted from 0. */
  static int slot(String text, int slots) {
    return (int) Long.remainderUnsigned(hash(text), slots);
  }

  /**
   * FNV-1a over UTF-8, then the finaliser of MurmurHash3: texts that differ in one last digit, as
   * pod names do, must fall far apart.
   */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
