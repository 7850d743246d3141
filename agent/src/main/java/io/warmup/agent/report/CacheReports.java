package io.warmup.agent.report;

import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.MissedBounds;
import io.warmup.agent.recorder.WarmedFates;
import io.warmup.agent.report.model.CacheReport;
import io.warmup.agent.report.model.CacheReport.Fates;
import io.warmup.agent.report.model.CacheReport.Interval;
import io.warmup.agent.report.model.CacheReport.Missed;
import io.warmup.agent.warmer.RunResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what the recorder saw into its document form: masked, with every derived figure. */
final class CacheReports {

  private final KeyMask mask;

  CacheReports(KeyMask mask) {
    this.mask = mask;
  }

  CacheReport of(CacheObservation seen, LoadTimes times, List<RunResult> runs) {
    List<Missed> templates = templates(seen.missedTemplates());
    CacheReport.MissedBounds bounds = bounds(seen.missedBounds());
    return new CacheReport(
        seen.cache(),
        seen.kind(),
        seen.opened(),
        seen.elapsed(),
        seen.hits(),
        seen.misses(),
        known(seen.hitRatio()),
        seen.missesAvoided(),
        times.of(seen.missesAvoided()),
        seen.warmHits(),
        fates(seen.fates()),
        known(seen.accuracy()),
        seen.requestedKeys() < 0 ? null : seen.requestedKeys(),
        known(seen.keyCoverage()),
        known(seen.getCoverage()),
        seen.intervals().stream().map(i -> new Interval(i.start(), i.hits(), i.misses())).toList(),
        keys(seen.missedKeys()),
        templates,
        bounds,
        seen.mismatches().stream().map(m -> MaskedPair.of(m, mask)).toList(),
        Holdouts.of(seen.firstTouches()),
        ExpiryForecasts.of(seen.cache(), runs, seen.accuracy()),
        Verdicts.of(seen, times, new MostMissed(templates, bounds)));
  }

  /** Under templates single keys say no more than the templates do. */
  private List<Missed> keys(List<CacheObservation.MissedKey> missed) {
    return mask == KeyMask.TEMPLATE
        ? List.of()
        : missed.stream().map(m -> new Missed(mask.mask(m.key()), m.count())).toList();
  }

  /** Masked too: a template made of few keys may still name one of them. */
  private List<Missed> templates(List<CacheObservation.MissedKey> missed) {
    return missed.stream().map(m -> new Missed(mask.mask(m.key()), m.count())).toList();
  }

  private static CacheReport.@Nullable MissedBounds bounds(MissedBounds seen) {
    return seen.equals(MissedBounds.EXACT)
        ? null
        : new CacheReport.MissedBounds(seen.key(), seen.template(), seen.sampled());
  }

  private static Fates fates(WarmedFates f) {
    return new Fates(f.used(), f.unread(), f.evictedUnread(), f.expiredUnread(), f.overwritten());
  }

  private static @Nullable Double known(double ratio) {
    return Double.isNaN(ratio) ? null : ratio;
  }
}
