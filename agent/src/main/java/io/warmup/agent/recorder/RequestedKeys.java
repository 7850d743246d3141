package io.warmup.agent.recorder;

import io.warmup.agent.bridge.WarmupKeys;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ObjIntConsumer;

/**
 * Which keys are asked for: how many distinct ones, and which missed most. Memory is bounded, and
 * an application thread never waits here: a key of a miss that meets another thread's is handed to
 * a small buffer, and let go if that is full.
 */
final class RequestedKeys implements WarmupKeys {

  private static final int BUFFER = 128;

  private final DistinctKeys distinct = new DistinctKeys();
  private final FirstTouches firstTouches = new FirstTouches();
  private final ReentrantLock sketchLock = new ReentrantLock();
  private final FrequentKeys frequent = new FrequentKeys();
  private final Object[] buffer = new Object[BUFFER];
  private final int[] weights = new int[BUFFER];
  private final Object[] draining = new Object[BUFFER];
  private final int[] drainingWeights = new int[BUFFER];
  private int buffered;

  @Override
  public void requested(Object key, boolean found) {
    distinct.add(key);
    firstTouches.touched(key, found);
  }

  @Override
  public void missed(Object key, int weight) {
    boolean full;
    synchronized (buffer) {
      if (buffered < BUFFER) {
        weights[buffered] = weight;
        buffer[buffered++] = key;
      }
      full = buffered >= BUFFER / 2;
    }
    if (full && sketchLock.tryLock()) {
      try {
        drain();
      } finally {
        sketchLock.unlock();
      }
    }
  }

  /** A missed key is kept too, and is not told of: it is the application's. */
  void parts(ObjIntConsumer<Object> told) {
    told.accept(this, 1);
    told.accept(sketchLock, 1);
    told.accept(buffer, 2);
    told.accept(weights, 2);
    distinct.parts(told);
    firstTouches.parts(told);
    sketchLock.lock();
    try {
      frequent.parts(told);
    } finally {
      sketchLock.unlock();
    }
  }

  /** Of the keys on trial; they are counted from when each was planned, not from the opening. */
  FirstTouches firstTouches() {
    return firstTouches;
  }

  /** An estimate, with a standard error of 1.6 %. */
  long distinct() {
    return distinct.estimate();
  }

  MissedKeys missed() {
    sketchLock.lock();
    try {
      drain();
      return MissedKeys.of(frequent.counts());
    } finally {
      sketchLock.unlock();
    }
  }

  void clear() {
    sketchLock.lock();
    try {
      drain();
      frequent.clear();
      distinct.clear();
    } finally {
      sketchLock.unlock();
    }
  }

  /** The keys' own methods are called with the sketch's lock alone, which nobody waits for. */
  private void drain() {
    int count;
    synchronized (buffer) {
      count = buffered;
      System.arraycopy(buffer, 0, draining, 0, count);
      System.arraycopy(weights, 0, drainingWeights, 0, count);
      Arrays.fill(buffer, 0, count, null);
      buffered = 0;
    }
    for (int i = 0; i < count; i++) {
      frequent.add(draining[i], drainingWeights[i]);
      draining[i] = null;
    }
  }
}
