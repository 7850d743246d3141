package io.warmup.agent.recorder;

import io.warmup.agent.bridge.WarmupKeys;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/** Which keys are asked for: how many distinct ones, and which missed most. Memory is bounded. */
final class RequestedKeys implements WarmupKeys {

  /** Each of a thread's first misses is looked at, so that small counts are exact. */
  private static final int EACH = 4_096;

  /**
   * Of the later ones so many one in eight, of those after one in 64: a busy thread's pay little.
   */
  private static final int MANY = 65_536;

  /** Spreads what is drawn, so that no rhythm of keys meets it: the golden ratio. */
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private final DistinctKeys distinct = new DistinctKeys();
  private volatile @Nullable DistinctKeys covered;
  private final FirstTouches firstTouches = new FirstTouches();
  private final FrequentKeys frequent = new FrequentKeys();
  private final UsedKeys used = new UsedKeys();

  @Override
  public void requested(Object key) {
    distinct.add(key);
    firstTouches.touched(key, true);
  }

  @Override
  public void asked(Object key) {
    distinct.add(key);
  }

  @Override
  public void covered(Object key) {
    DistinctKeys known = covered;
    (known == null ? made() : known).add(key);
  }

  private synchronized DistinctKeys made() {
    DistinctKeys known = covered;
    if (known == null) {
      known = new DistinctKeys();
      covered = known;
    }
    return known;
  }

  @Override
  public void missed(Object key, long misses) {
    distinct.add(key);
    firstTouches.touched(key, false);
    int oneIn = misses <= EACH ? 1 : misses <= MANY ? 8 : 64;
    if ((misses * GOLDEN >>> 32 & (oneIn - 1)) == 0) {
      frequent.add(key, oneIn);
    }
  }

  @Override
  public void usedAndEnded(@Nullable Object key) {
    if (key != null) {
      used.add(key);
    }
  }

  @Override
  public boolean wasUsed(Object key) {
    return used.contains(key);
  }

  /** A missed key is kept too, and is not told of: it is the application's. */
  void parts(ObjIntConsumer<Object> told) {
    told.accept(this, 1);
    distinct.parts(told);
    DistinctKeys known = covered;
    if (known != null) {
      known.parts(told);
    }
    firstTouches.parts(told);
    frequent.parts(told);
    used.parts(told);
  }

  /** Of the keys on trial; they are counted from when each was planned, not from the opening. */
  FirstTouches firstTouches() {
    return firstTouches;
  }

  /** An estimate, with a standard error of 1.6 %. */
  long distinct() {
    return distinct.estimate();
  }

  /** How many of them met a warmed entry: an estimate that is off in the same direction. */
  long distinctCovered() {
    DistinctKeys known = covered;
    return known == null ? 0 : known.estimate();
  }

  MissedKeys missed() {
    return MissedKeys.of(frequent.counts(), frequent.bounds());
  }

  /** Which keys were used is known on: they have counted. */
  void clear() {
    frequent.clear();
    distinct.clear();
    covered = null;
  }
}
