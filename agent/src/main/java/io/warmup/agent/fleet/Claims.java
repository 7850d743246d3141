package io.warmup.agent.fleet;

import java.time.Duration;

/**
 * Who does what, written where all instances see it. Each call may take as long as the network
 * does, and throws what the client throws where it does not get an answer. Thread-safe.
 */
public interface Claims {

  /** What somebody finds who wants a segment. */
  enum Answer {
    /** It is the caller's now, until its lease ends. */
    YOURS,
    /** Somebody is at work on it. */
    TAKEN,
    /** It needs nobody any more. */
    DONE
  }

  /** What stands in the place of a holder once the work is done. */
  String DONE_MARK = "done";

  /**
   * Takes a segment that nobody holds.
   *
   * @param token tells this holder from every other one, also from a former one of this process
   * @param lease after which it is anybody's again, unless renewed
   */
  Answer claim(String segment, String token, Duration lease);

  /**
   * Holds it for longer.
   *
   * @return false: it is not this holder's any more
   */
  boolean renew(String segment, String token, Duration lease);

  /**
   * The holder has done it.
   *
   * @param keep for how long nobody has to do it again
   * @return false: it was not this holder's any more
   */
  boolean finish(String segment, String token, Duration keep);

  /** The holder lets go of it undone. */
  void release(String segment, String token);
}
