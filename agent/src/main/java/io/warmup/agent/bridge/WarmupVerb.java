package io.warmup.agent.bridge;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commands of Redis that read, write or remove whole values. What counts as a look-up is what
 * Redis itself counts in {@code keyspace_hits}; {@code SETNX} and the like replace nothing, and are
 * no writes.
 */
enum WarmupVerb {
  GET(true, false, false, 0),
  GETEX(true, false, false, 0),
  MGET(true, false, false, 1),
  GETDEL(true, true, false, 0),
  GETSET(true, true, true, 0),
  SET(false, true, true, 0),
  SETEX(false, true, true, 0),
  PSETEX(false, true, true, 0),
  MSET(false, true, true, 2),
  APPEND(false, true, true, 0),
  SETRANGE(false, true, true, 0),
  INCR(false, true, true, 0),
  INCRBY(false, true, true, 0),
  INCRBYFLOAT(false, true, true, 0),
  DECR(false, true, true, 0),
  DECRBY(false, true, true, 0),
  RESTORE(false, true, true, 0),
  DEL(false, true, false, 1),
  UNLINK(false, true, false, 1),
  RENAME(false, true, false, 1),
  FLUSHDB(false, true, false, 0),
  FLUSHALL(false, true, false, 0);

  private static final Map<String, WarmupVerb> BY_NAME = new HashMap<>();

  static {
    for (WarmupVerb each : values()) {
      BY_NAME.put(each.name(), each);
    }
  }

  /** Its answer tells whether there was a value. */
  final boolean reads;

  /** What was there is replaced or gone. */
  final boolean writes;

  /** A value stands there afterwards. */
  final boolean puts;

  /** From one key to the next among its arguments; 0: it has one key, the first. */
  final int step;

  WarmupVerb(boolean reads, boolean writes, boolean puts, int step) {
    this.reads = reads;
    this.writes = writes;
    this.puts = puts;
    this.step = step;
  }

  /** Null: a command that does not matter here. */
  static @Nullable WarmupVerb of(byte[] name) {
    return BY_NAME.get(new String(name, StandardCharsets.ISO_8859_1));
  }

  boolean clears() {
    return this == FLUSHDB || this == FLUSHALL;
  }
}
