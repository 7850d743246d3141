package io.warmup.agent.bridge;

import org.jspecify.annotations.Nullable;

/** What the clients of Redis tell, whichever it is: keys as Redis has them. */
final class WarmupRedis {

  private WarmupRedis() {}

  /** Whether anything is to be told; a command pays for no more than this while nothing is. */
  static boolean listens() {
    return WarmupAttached.isLooking() || WarmupFilling.some;
  }

  /** A key is about to be written. */
  static void writing(WarmupVerb verb, byte[] whole) {
    WarmupKeyspace space = WarmupKeyspace.owner(whole);
    if (space == null) {
      return;
    }
    Object key = space.keyIn(whole);
    if (verb.reads) {
      // What it finds there is a hit, before it is gone.
      touching(space, key);
    } else {
      WarmupWrites.writing(space, key);
    }
    if (verb.puts) {
      WarmupWrites.wrote(space, key);
    }
  }

  /** A key was looked up. */
  static void answered(WarmupVerb verb, byte[] whole, boolean there) {
    WarmupKeyspace space = WarmupKeyspace.owner(whole);
    WarmupGets gets = space == null ? null : space.gets();
    if (space == null || gets == null) {
      return;
    }
    Object key = space.keyIn(whole);
    WarmupAnswers.answered(space, gets, key, there);
    if (verb.writes) {
      gets.keyed().forget(key, WarmupFates.OVERWRITTEN);
    }
  }

  private static void touching(WarmupKeyspace space, @Nullable Object key) {
    WarmupGets gets = space.gets();
    if (gets != null) {
      gets.watch().touched(key);
    }
  }
}
