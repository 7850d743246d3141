package io.warmup.benchmarks.getpath;

import java.lang.reflect.Method;

/**
 * Marks every other entry as warmed, the way the agent marks it, and holds that the cache is really
 * being recorded: a benchmark of nothing would look very good.
 */
final class WarmedHalf {

  private WarmedHalf() {}

  static void mark(Object store, int entries) {
    try {
      Class<?> storeType = Class.forName("java.lang.WarmupStore");
      Class<?> nodeType = Class.forName("java.lang.WarmupNode");
      if (storeType.getMethod("warmupGets").invoke(store) == null) {
        throw new IllegalStateException("the agent is here, but its window is not open");
      }
      Method node = storeType.getMethod("warmupNode", Object.class);
      Method flag = nodeType.getMethod("warmupFlag", byte.class);
      for (long key = 0; key < entries; key += 2) {
        flag.invoke(node.invoke(store, key), (byte) 1);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the cache is not instrumented", e);
    }
  }
}
