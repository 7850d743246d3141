package io.warmup.agent.live;

import io.warmup.agent.control.State;
import io.warmup.agent.control.Status;
import io.warmup.agent.control.Status.StrategyStatus;
import io.warmup.agent.report.Figures;
import io.warmup.agent.report.html.LiveView;
import io.warmup.agent.report.html.LiveView.Bar;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the live page shows above the report. */
final class ProgressView {

  /** While it warms people watch; afterwards the page is left open. */
  private static final int WHILE_WARMING = 1;

  private static final int AFTERWARDS = 10;

  private ProgressView() {}

  static LiveView of(Status status, List<String> others) {
    boolean busy = status.state() == State.WARMING || status.state() == State.STARTING;
    return new LiveView(
        status.application(),
        status.state().name().toLowerCase(Locale.ROOT),
        busy ? WHILE_WARMING : AFTERWARDS,
        status.state() == State.WARMING,
        status.state() != State.OBSERVING && status.state() != State.IDLE,
        status.strategies().stream().map(ProgressView::bar).toList(),
        others);
  }

  private static Bar bar(StrategyStatus strategy) {
    return new Bar(
        strategy.strategy() + " → " + strategy.cache(), words(strategy), ratio(strategy));
  }

  private static @Nullable Double ratio(StrategyStatus strategy) {
    boolean waits = !strategy.running() && strategy.outcome() == null;
    return waits ? Double.valueOf(0) : strategy.ratio();
  }

  private static String words(StrategyStatus strategy) {
    if (!strategy.running() && strategy.outcome() == null) {
      return strategy.enabled() ? "waits" : "switched off";
    }
    String keys =
        Figures.count(strategy.done())
            + (strategy.total() == null ? "" : " of " + Figures.count(strategy.total()))
            + " keys";
    if (!strategy.running()) {
      return keys
          + ", "
          + String.valueOf(strategy.outcome()).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
    return keys
        + (strategy.keysPerSecond() == 0 ? "" : ", " + Figures.rate(strategy.keysPerSecond()))
        + (strategy.eta() == null ? "" : ", " + Figures.duration(strategy.eta()) + " to go");
  }
}
