package io.warmup.agent.report;

import io.warmup.agent.config.Mode;
import io.warmup.agent.report.model.CacheReport;
import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.report.model.WarmupReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A whole report in one sentence: what the warm-up gave, and what it took. */
public final class Headline {

  private Headline() {}

  public static String of(WarmupReport report) {
    long gets = report.caches().stream().mapToLong(CacheReport::gets).sum();
    if (report.mode() != Mode.WARM) {
      return "Nothing was warmed here: this instance only observes. " + answered(report, gets);
    }
    if (report.runs().isEmpty()) {
      return report.gate() == null
          ? "No run has ended yet; traffic is still held back."
          : "No run has ended yet.";
    }
    return (gets == 0 ? "No cache was asked for anything yet" : avoided(report))
        + price(report.gate());
  }

  private static String avoided(WarmupReport report) {
    long avoided = report.caches().stream().mapToLong(CacheReport::missesAvoided).sum();
    if (avoided == 0) {
      return "The warm-up avoided no miss";
    }
    List<Duration> saved =
        report.caches().stream().map(CacheReport::loadTimeSaved).filter(Objects::nonNull).toList();
    Duration sum = saved.stream().reduce(Duration.ZERO, Duration::plus);
    return "The warm-up avoided "
        + Figures.count(avoided, "miss", "misses")
        + (saved.isEmpty() ? "" : ", " + Figures.duration(sum) + " of load time");
  }

  private static String price(@Nullable GateOpening gate) {
    if (gate == null) {
      return "; traffic is still held back.";
    }
    return gate.heldFor().isZero()
        ? "; it held no traffic back."
        : "; it held traffic back for " + Figures.duration(gate.heldFor()) + ".";
  }

  private static String answered(WarmupReport report, long gets) {
    if (gets == 0) {
      return "No cache was asked for anything yet.";
    }
    long hits = report.caches().stream().mapToLong(CacheReport::hits).sum();
    return "Its caches answered "
        + Figures.share((double) hits / gets)
        + " of "
        + Figures.count(gets, "get", "gets")
        + ".";
  }
}
