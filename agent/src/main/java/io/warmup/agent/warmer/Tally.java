package io.warmup.agent.warmer;

import io.warmup.agent.cache.PutOutcome;

/** How many keys ended in which way. Belongs to one thread at a time. */
final class Tally {

  long warmed;
  long absent;
  long failed;
  long alreadyPresent;
  long overwritten;
  long heldOut;

  void count(PutOutcome outcome) {
    switch (outcome) {
      case WARMED -> warmed++;
      case ALREADY_PRESENT -> alreadyPresent++;
      case OVERWRITTEN -> overwritten++;
    }
  }

  void add(Tally other) {
    warmed += other.warmed;
    absent += other.absent;
    failed += other.failed;
    alreadyPresent += other.alreadyPresent;
    overwritten += other.overwritten;
    heldOut += other.heldOut;
  }

  /** Keys in all. */
  long keys() {
    return warmed + absent + failed + alreadyPresent + overwritten + heldOut;
  }
}
