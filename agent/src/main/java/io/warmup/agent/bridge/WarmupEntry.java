package io.warmup.agent.bridge;

/** A warmed key of a store that keeps no nodes. */
final class WarmupEntry implements WarmupNode {

  private final Object key;
  private final Object value;
  private volatile byte flag;

  WarmupEntry(Object key, Object value) {
    this.key = key;
    this.value = value;
  }

  @Override
  public byte warmupFlag() {
    return flag;
  }

  @Override
  public void warmupFlag(byte newFlag) {
    flag = newFlag;
  }

  @Override
  public Object getKey() {
    return key;
  }

  @Override
  public Object getValue() {
    return value;
  }
}
