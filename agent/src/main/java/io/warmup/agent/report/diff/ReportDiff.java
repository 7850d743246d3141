package io.warmup.agent.report.diff;

import io.warmup.agent.report.model.CacheReport;
import io.warmup.agent.report.model.WarmupReport;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two reports of the same application: before and after a change, or the control group and a warmed
 * instance.
 *
 * @param start of the processes
 * @param caches that either has seen, those of the second first
 * @param gained what is better in the second, in words
 * @param lost what is worse, in words
 * @param cautions why figures may not compare, in words
 */
public record ReportDiff(
    StartDiff start,
    List<CacheDiff> caches,
    List<String> gained,
    List<String> lost,
    List<String> cautions) {

  /** What changed from the first to the second. */
  public static ReportDiff between(WarmupReport first, WarmupReport second) {
    Set<String> names = new LinkedHashSet<>();
    second.caches().forEach(cache -> names.add(cache.cache()));
    first.caches().forEach(cache -> names.add(cache.cache()));
    StartDiff start = StartDiff.between(first, second);
    List<CacheDiff> caches =
        names.stream()
            .map(name -> CacheDiff.between(name, named(first, name), named(second, name)))
            .toList();
    Changes changes = new Changes();
    changes.compare(start);
    caches.forEach(changes::compare);
    return new ReportDiff(start, caches, changes.gained(), changes.lost(), changes.cautions());
  }

  private static Optional<CacheReport> named(WarmupReport report, String cache) {
    return report.caches().stream().filter(it -> it.cache().equals(cache)).findFirst();
  }
}
