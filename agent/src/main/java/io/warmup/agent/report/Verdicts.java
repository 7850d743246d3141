package io.warmup.agent.report;

import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.report.model.Verdict;
import io.warmup.agent.report.model.Verdict.Outcome;
import java.time.Duration;

/**
 * Says whether the warm-up of a cache paid.
 *
 * <p>It did not where nothing that was warmed was used, or where most of it was not (accuracy below
 * one half) and warming took longer than the loads it saved (which bulk loads cannot tell: what a
 * single one would have taken was not measured). Below {@value #ENOUGH_GETS} gets there is no
 * verdict: a share measured on n gets is off by up to 1/√n, ten points there.
 */
final class Verdicts {

  static final long ENOUGH_GETS = 100;

  private Verdicts() {}

  static Verdict of(CacheObservation seen, LoadTimes times, MostMissed mostMissed) {
    Outcome outcome = outcome(seen, times);
    String words =
        switch (outcome) {
          case TOO_FEW_GETS -> "only " + gets(seen) + ": no verdict";
          case NOT_WARMED ->
              "not warmed: "
                  + gets(seen)
                  + ", "
                  + Figures.share(seen.hitRatio())
                  + " of them hits"
                  + mostMissed.ofAll();
          case PAID, DID_NOT_PAY -> worth(outcome, seen, times) + mostMissed.unplanned();
        };
    return new Verdict(outcome, words + ".");
  }

  private static Outcome outcome(CacheObservation seen, LoadTimes times) {
    if (seen.gets() < ENOUGH_GETS) {
      return Outcome.TOO_FEW_GETS;
    }
    if (seen.fates().warmed() == 0) {
      return Outcome.NOT_WARMED;
    }
    if (seen.fates().used() == 0 || mostlyUnread(seen) && costMoreThanSaved(seen, times)) {
      return Outcome.DID_NOT_PAY;
    }
    return Outcome.PAID;
  }

  private static boolean mostlyUnread(CacheObservation seen) {
    return seen.accuracy() < 0.5;
  }

  private static boolean costMoreThanSaved(CacheObservation seen, LoadTimes times) {
    Duration saved = times.of(seen.missesAvoided());
    return saved != null && !times.inBulk() && saved.compareTo(times.spent()) < 0;
  }

  private static String worth(Outcome outcome, CacheObservation seen, LoadTimes times) {
    if (seen.fates().used() == 0) {
      return "the warm-up did not pay: none of the "
          + Figures.count(seen.fates().warmed(), "warmed key", "warmed keys")
          + " was used in "
          + gets(seen);
    }
    Duration saved = times.of(seen.missesAvoided());
    String worth =
        "warm-up avoided "
            + Figures.count(seen.missesAvoided(), "miss", "misses")
            + (saved == null ? "" : " (" + Figures.duration(saved) + " of load time)")
            + "; "
            + Figures.share(seen.accuracy())
            + " of the warmed keys were used";
    return outcome == Outcome.PAID
        ? worth
        : "the warm-up did not pay: it took " + Figures.duration(times.spent()) + "; " + worth;
  }

  private static String gets(CacheObservation seen) {
    return Figures.count(seen.gets(), "get", "gets");
  }
}
