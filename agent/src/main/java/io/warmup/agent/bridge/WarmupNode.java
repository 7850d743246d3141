package io.warmup.agent.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What instrumented cache entries are: they carry one byte for the recorder. All access but the get
 * path's plain read goes through {@link WarmupFates}, under its locks.
 */
public interface WarmupNode {

  /** The warm-up put the value that the entry holds. */
  byte WARMED = 1;

  /** The application has read the entry since it was put, and since traffic opened. */
  byte TOUCHED = 2;

  /** The key has counted as used before: before traffic opened, or by an entry that has ended. */
  byte TOUCHED_BEFORE = 4;

  /** Of a warmed key that has counted as used, by an entry that has ended. */
  byte USED_BEFORE = WARMED | TOUCHED_BEFORE;

  /** The bits above. */
  byte warmupFlag();

  /** Sets the bits. */
  void warmupFlag(byte flag);

  /** The entry's key; null if collected. The cache's own method. */
  @Nullable Object getKey();

  /** The entry's value; null if collected. The cache's own method. */
  @Nullable Object getValue();

  /** Whether the entry has not been removed; exact under its monitor. The cache's own method. */
  boolean isAlive();
}
