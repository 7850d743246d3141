package io.warmup.agent.bridge;

import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The keys that open fences watch. The application's writes mark them before they take effect, so
 * that a value loaded before such a write is never put after it. With no fence open a write pays
 * one null check.
 */
public final class WarmupWatch {

  private volatile @Nullable ConcurrentHashMap<Object, Mark> marks;
  private volatile int clears;
  private int watched;

  WarmupWatch() {}

  /** Whether the application has touched a key since it is watched. */
  public static final class Mark {
    private int fences;
    volatile boolean touched;

    Mark() {}
  }

  /** How often the whole cache was cleared; a fence compares it. */
  public int clears() {
    return clears;
  }

  /** Begins to watch a key. Two fences that watch the same key share its mark. */
  public synchronized Mark watch(Object key) {
    ConcurrentHashMap<Object, Mark> table = marks;
    if (table == null) {
      table = new ConcurrentHashMap<>();
      marks = table;
    }
    Mark mark = table.computeIfAbsent(key, absent -> new Mark());
    mark.fences++;
    watched++;
    return mark;
  }

  /** Takes one {@link #watch} back. */
  public synchronized void release(Object key, Mark mark) {
    ConcurrentHashMap<Object, Mark> table = marks;
    if (--mark.fences == 0 && table != null) {
      table.remove(key, mark);
    }
    if (--watched == 0) {
      marks = null;
    }
  }

  void touched(@Nullable Object key) {
    ConcurrentHashMap<Object, Mark> table = marks;
    if (table == null || key == null) {
      return;
    }
    try {
      Mark mark = table.get(key);
      if (mark != null) {
        mark.touched = true;
      }
    } catch (Throwable e) {
      // The key's own equals or hashCode failed, as it will for the application: watch nothing.
      everything();
    }
  }

  void everything() {
    ConcurrentHashMap<Object, Mark> table = marks;
    if (table != null) {
      clears++;
      for (Mark mark : table.values()) {
        mark.touched = true;
      }
    }
  }
}
