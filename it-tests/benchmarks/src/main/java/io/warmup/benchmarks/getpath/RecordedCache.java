package io.warmup.benchmarks.getpath;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/**
 * Opens the window on one cache the way the agent's recorder does, with all it records, and marks
 * every other entry as warmed. By reflection: the agent is in this JVM as an agent alone.
 */
public final class RecordedCache {

  private final Object gets;

  private RecordedCache(Object gets) {
    this.gets = gets;
  }

  /**
   * Opens it.
   *
   * @param store of a cache with the keys 0, 1, …
   */
  public static RecordedCache open(Object store, int entries) {
    try {
      Class<?> pathType = Class.forName("io.warmup.agent.recorder.GetPath");
      Constructor<?> constructor = accessible(pathType.getDeclaredConstructor(boolean.class));
      Object gets =
          accessible(pathType.getDeclaredMethod("gets")).invoke(constructor.newInstance(true));
      Class<?> storeType = Class.forName("java.lang.WarmupStore");
      gets.getClass().getMethod("begin", storeType).invoke(gets, store);
      markWarmed(store, storeType, entries);
      return new RecordedCache(gets);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the agent is not in this JVM, or another version", e);
    }
  }

  /**
   * What was recorded must be all there was: what is not counted costs nothing.
   *
   * @param asked how many gets there were
   */
  public void check(long asked) {
    try {
      long[] counts = (long[]) gets.getClass().getMethod("counts").invoke(gets);
      if (counts[0] + counts[2] != asked) {
        throw new IllegalStateException(
            counts[0] + " hits and " + counts[2] + " misses were recorded of " + asked + " gets");
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the agent is not in this JVM, or another version", e);
    }
  }

  private static void markWarmed(Object store, Class<?> storeType, int entries)
      throws ReflectiveOperationException {
    Method node = storeType.getMethod("warmupNode", Object.class);
    Method flag = Class.forName("java.lang.WarmupNode").getMethod("warmupFlag", byte.class);
    for (long key = 0; key < entries; key += 2) {
      flag.invoke(node.invoke(store, key), (byte) 1);
    }
  }

  private static <T extends AccessibleObject> T accessible(T member) {
    member.setAccessible(true);
    return member;
  }
}
