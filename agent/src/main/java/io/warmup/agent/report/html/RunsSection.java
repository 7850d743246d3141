package io.warmup.agent.report.html;

import io.warmup.agent.report.Figures;
import io.warmup.agent.report.model.RunReport;
import io.warmup.agent.report.model.StrategyReport;
import io.warmup.agent.report.model.StrategyReport.LoadLatency;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The warm-up's runs: what each strategy loaded, how fast, and how the source answered. */
final class RunsSection {

  /** The latest, in full; a schedule makes many. */
  private static final int IN_FULL = 5;

  private static final double HEIGHT = 60;
  private static final double LATENCY_HEIGHT = 12;

  private final Html html;

  RunsSection(Html html) {
    this.html = html;
  }

  void write(List<RunReport> runs) {
    if (runs.isEmpty()) {
      return;
    }
    html.open("section").leaf("h2", "The warm-up");
    int earlier = Math.max(0, runs.size() - IN_FULL);
    if (earlier > 0) {
      html.leaf(
          "p", Figures.count(earlier, "earlier run is", "earlier runs are") + " in the JSON.");
    }
    runs.subList(earlier, runs.size()).forEach(this::run);
    html.close();
  }

  private void run(RunReport run) {
    html.open("h3").text("Run " + run.number());
    html.leaf("span", words(run.trigger()), "class", "tag");
    html.leaf("span", Figures.duration(run.took()), "class", "basis").close();
    run.strategies().forEach(this::strategy);
  }

  private void strategy(StrategyReport strategy) {
    html.open("div", "class", "strategy");
    html.open("h4").text(strategy.strategy() + " → " + strategy.cache());
    if (strategy.outcome() != Outcome.DONE) {
      html.leaf("span", words(strategy.outcome()), "class", "tag warning");
    }
    html.close();
    if (strategy.note() != null) {
      html.leaf("p", strategy.note(), "class", "note");
    }
    throughput(strategy);
    figures(strategy);
    if (strategy.load() != null && strategy.load().count() > 1) {
      latencyBar(strategy.load());
    }
    html.close();
  }

  private void figures(StrategyReport s) {
    FigureList figures = new FigureList(html);
    figures.add("Warmed", Figures.count(s.warmed()), "of " + Figures.count(s.total()) + " keys");
    addIfAny(figures, "Absent", s.absent(), "the source has none");
    addIfAny(figures, "Failed", s.failed(), "could not be loaded");
    addIfAny(figures, "Already there", s.alreadyPresent(), "left alone");
    addIfAny(figures, "Overwritten", s.overwritten(), "by the application meanwhile");
    addIfAny(figures, "Held out", s.heldOut() == null ? 0 : s.heldOut(), "left cold, to compare");
    figures.add("Speed", Figures.rate(s.keysPerSecond()), "over " + Figures.duration(s.took()));
    latency(figures, s.load());
    figures.close();
  }

  private static void latency(FigureList figures, @Nullable LoadLatency load) {
    if (load != null) {
      String loads = "of " + Figures.count(load.count(), "load", "loads");
      figures.add("Load, median", Figures.duration(load.p50()), loads);
      figures.add("Load, p99", Figures.duration(load.p99()), loads);
      figures.add("Load, slowest", Figures.duration(load.max()), loads);
    }
  }

  /** Median, p99 and the slowest load, as far along as they are long. */
  private void latencyBar(LoadLatency load) {
    double slowest = Math.max(1, load.max().toNanos());
    html.open("figure", "class", "latency").open("figcaption").leaf("b", "Load latency");
    html.text(": from the left the median, p99 and the slowest").close();
    Svg.open(
        html,
        LATENCY_HEIGHT,
        "median %s, p99 %s, slowest %s"
            .formatted(
                Figures.duration(load.p50()),
                Figures.duration(load.p99()),
                Figures.duration(load.max())));
    Svg.bar(html, "slowest", 0, 0, Svg.WIDTH, LATENCY_HEIGHT);
    Svg.bar(html, "p99", 0, 0, Svg.WIDTH * load.p99().toNanos() / slowest, LATENCY_HEIGHT);
    Svg.bar(html, "p50", 0, 0, Svg.WIDTH * load.p50().toNanos() / slowest, LATENCY_HEIGHT);
    html.close().close();
  }

  private static void addIfAny(FigureList figures, String name, long keys, String basis) {
    if (keys > 0) {
      figures.add(name, Figures.count(keys), basis);
    }
  }

  private void throughput(StrategyReport strategy) {
    List<Long> seconds = strategy.throughput();
    if (seconds.size() < 2) {
      return;
    }
    long most = Math.max(1, seconds.stream().mapToLong(Long::longValue).max().orElse(1));
    html.open("figure", "class", "plot speed").open("figcaption");
    html.leaf("b", "Keys").text(" in each second, at most " + Figures.count(most)).close();
    Svg.open(html, HEIGHT, "Keys in each second, at most " + Figures.count(most));
    double width = Svg.WIDTH / seconds.size();
    for (int i = 0; i < seconds.size(); i++) {
      double height = HEIGHT * seconds.get(i) / most;
      Svg.bar(html, "keys", i * width, HEIGHT - height, width * 0.94, height);
    }
    html.close().close();
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
