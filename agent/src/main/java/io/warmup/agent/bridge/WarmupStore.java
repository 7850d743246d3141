package io.warmup.agent.bridge;

import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What instrumented cache stores are: they carry the record of their get path, and let the agent
 * look at their entries without counting as a get. Implemented by methods that are added to the
 * store's class.
 */
public interface WarmupStore {

  /** The record; null: nothing is recorded, and a get costs one null check more. */
  @Nullable WarmupGets warmupGets();

  /** Sets the record; {@link WarmupGets#begin} does. */
  void warmupGets(@Nullable WarmupGets gets);

  /**
   * Sets where the record counts hits, which the store keeps beside the record, so that a hit is
   * counted in one step; null: hits are not counted.
   */
  void warmupSlots(long @Nullable [] slots);

  /**
   * The entry under a key, a {@link WarmupNode}; null without one, or if the store has no nodes.
   */
  @Nullable Object warmupNode(Object key);

  /** Whether the store keeps its entries in {@link WarmupNode}s. */
  boolean warmupHasNodes();

  /** Whether an entry of this store is past its time. */
  boolean warmupExpired(Object node);

  /** The store's own table: {@link WarmupNode}s by key reference, or values by key. */
  Map<?, ?> warmupTable();

  /**
   * Computes a mapping the way the store does, leaving its statistics alone.
   *
   * @param expiry the library's own {@code Expiry}, for this one write; null: the cache's
   */
  @Nullable Object warmupCompute(
      Object key, BiFunction<Object, Object, Object> function, @Nullable Object expiry);

  /** Whether {@link #warmupCompute} honours its expiry. */
  boolean warmupExpires();
}
