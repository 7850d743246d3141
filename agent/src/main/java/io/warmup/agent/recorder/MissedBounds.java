package io.warmup.agent.recorder;

/**
 * How far the counts of missed keys can be relied on: memory for them is bounded.
 *
 * @param key a key's count may be too low by so much, at most
 * @param template a template's may, at most: by all that is not in any key's count
 * @param sampled all of these, counts and bounds, are estimates: of a busy thread's later misses
 *     one in eight or fewer was drawn
 */
public record MissedBounds(long key, long template, boolean sampled) {

  /** Each miss is counted. */
  public static final MissedBounds EXACT = new MissedBounds(0, 0, false);
}
