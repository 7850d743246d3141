package io.warmup.agent.bridge;

import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A store of one entry, warmed and read before, whose gets are recorded. */
final class RecordedStore implements WarmupStore, WarmupNode {

  private final WarmupGets gets = new WarmupGets(null);
  private volatile long @Nullable [] slots;
  private volatile boolean recorded;

  RecordedStore() {
    gets.begin(this);
  }

  /** Finds the entry, as the code in a cache's get does. */
  void hit() {
    long[] current = slots;
    if (current != null) {
      WarmupGets.hit(current, warmupFlag(), this, this);
    }
  }

  void miss() {
    if (recorded) {
      gets.miss("absent");
    }
  }

  WarmupGets gets() {
    return gets;
  }

  @Override
  public @Nullable WarmupGets warmupGets() {
    return recorded ? gets : null;
  }

  @Override
  public void warmupGets(@Nullable WarmupGets other) {
    recorded = other != null;
  }

  @Override
  public void warmupSlots(long @Nullable [] others) {
    slots = others;
  }

  @Override
  public byte warmupFlag() {
    return WARMED | TOUCHED;
  }

  @Override
  public void warmupFlag(byte flag) {
    throw new IllegalStateException("nothing changes");
  }

  @Override
  public Object getKey() {
    return "key";
  }

  @Override
  public Object getValue() {
    return "value";
  }

  @Override
  public boolean isAlive() {
    return true;
  }

  @Override
  public Object warmupNode(Object key) {
    return this;
  }

  @Override
  public boolean warmupHasNodes() {
    return true;
  }

  @Override
  public boolean warmupExpired(Object node) {
    return false;
  }

  @Override
  public Map<?, ?> warmupTable() {
    return Map.of("key", this);
  }

  @Override
  public Object warmupCompute(
      Object key, BiFunction<Object, Object, Object> function, @Nullable Object expiry) {
    throw new IllegalStateException("nothing is put");
  }

  @Override
  public boolean warmupExpires() {
    return false;
  }
}
