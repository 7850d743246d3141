package io.warmup.agent.control;

import io.warmup.agent.config.Mode;
import io.warmup.agent.recorder.CacheCounts;
import io.warmup.agent.recorder.WarmedFates;
import io.warmup.agent.report.Shop;
import io.warmup.agent.report.ThisProcess;
import io.warmup.agent.report.model.WarmupReport;
import io.warmup.agent.warmer.LoadHistogram;
import io.warmup.agent.warmer.StrategyTotals;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** An application that is warm, and remembers what was asked of it. */
public final class FixedControl implements WarmupControl {

  public final List<String> asked = new ArrayList<>();
  private final String application;

  public FixedControl(String application) {
    this.application = application;
  }

  @Override
  public String application() {
    return application;
  }

  @Override
  public Status status() {
    return new Status(
        Instant.EPOCH,
        application,
        ThisProcess.identity(application),
        "test",
        Mode.WARM,
        State.WARM,
        1,
        null,
        true,
        List.of(),
        List.of(
            new Status.StrategyStatus(
                "HotProducts", "products", 0, true, false, 10, 10L, 0, null, null, null, 0)),
        List.of(
            new Status.CacheStatus(
                List.of("products"), "caffeine", 10L, "ProductService.products")),
        null);
  }

  @Override
  public Counts counts() {
    List<Long> buckets = new ArrayList<>();
    for (int i = 0; i <= LoadHistogram.BOUNDS.size(); i++) {
      buckets.add(i == 3 ? 7L : 0L);
    }
    StrategyTotals totals =
        new StrategyTotals(
            "HotProducts",
            "products",
            0,
            true,
            10,
            1,
            2,
            3,
            4,
            0,
            new LoadHistogram(buckets, Duration.ofMillis(14)));
    return new Counts(
        State.WARM,
        1,
        List.of(totals),
        List.of(new CacheCounts("products", 30, 20, 5, 8, new WarmedFates(8, 1, 0, 0, 1))),
        Instant.ofEpochSecond(1_700_000_000));
  }

  @Override
  public WarmupReport report() {
    return Shop.warmed();
  }

  @Override
  public int run(@Nullable String strategy, long limit) {
    if ("Nope".equals(strategy)) {
      throw new NoSuchElementException("no strategy 'Nope'; there are [HotProducts]");
    }
    asked.add("run " + strategy + " " + limit);
    return 7;
  }

  @Override
  public int stop() {
    asked.add("stop");
    return 1;
  }

  @Override
  public DryRunReport plan(@Nullable Path file) {
    asked.add("plan " + file);
    return new DryRunReport(application, List.of(), List.of());
  }
}
