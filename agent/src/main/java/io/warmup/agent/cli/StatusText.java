package io.warmup.agent.cli;

import io.warmup.agent.control.State;
import io.warmup.agent.control.Status;
import io.warmup.agent.control.Status.CacheStatus;
import io.warmup.agent.control.Status.StrategyStatus;
import io.warmup.agent.report.Figures;
import io.warmup.agent.report.model.GateOpening;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** A status for a terminal. */
final class StatusText {

  /** An application may have thousands. */
  private static final int CACHES = 50;

  private final Ansi ansi;
  private final StringBuilder out = new StringBuilder();

  StatusText(Status status, Ansi ansi) {
    this.ansi = ansi;
    line(
        "%s on %s, pid %d, mode %s, agent %s"
            .formatted(
                status.application(),
                status.process().host(),
                status.process().pid(),
                words(status.mode()),
                status.agentVersion()));
    line(
        styled(colour(status.state()), words(status.state()))
            + ": "
            + traffic(status.gate())
            + (status.recording() ? ", the get path is recorded" : ""));
    strategies(status);
    caches(status);
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void strategies(Status status) {
    if (status.strategies().isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable("STRATEGY", "CACHE", "PRIORITY", "DONE", "OF", "KEYS/S", "TO GO", "STATE");
    for (StrategyStatus s : status.strategies()) {
      table.row(
          s.strategy(),
          s.cache(),
          Integer.toString(s.priority()),
          Figures.count(s.done()),
          Figures.count(s.total()),
          s.running() ? Figures.count(Math.round(s.keysPerSecond())) : Figures.UNKNOWN,
          Figures.duration(s.eta()),
          state(s));
    }
    show(table);
  }

  private static String state(StrategyStatus s) {
    String state =
        s.running()
            ? "running"
            : s.outcome() != null ? words(s.outcome()) : s.enabled() ? "waiting" : "switched off";
    return s.note() == null ? state : state + ": " + s.note();
  }

  private void caches(Status status) {
    if (status.caches().isEmpty()) {
      return;
    }
    TextTable table = new TextTable("CACHE", "KIND", "ENTRIES", "BUILT AT");
    List<CacheStatus> all = status.caches();
    for (CacheStatus c : all.subList(0, Math.min(CACHES, all.size()))) {
      table.row(
          String.join(" = ", c.names()),
          c.kind(),
          Figures.count(c.entries()),
          Objects.requireNonNullElse(c.builtAt(), Figures.UNKNOWN));
    }
    show(table);
    if (all.size() > CACHES) {
      line(
          "and "
              + Figures.count(all.size() - CACHES, "cache", "caches")
              + " more: --format json has them all");
    }
  }

  private static String traffic(@Nullable GateOpening gate) {
    if (gate == null) {
      return "traffic is held back";
    }
    return "traffic is open"
        + (gate.heldFor().isZero() ? "" : " (held for " + Figures.duration(gate.heldFor()) + ")");
  }

  private static Style colour(State state) {
    return switch (state) {
      case WARM -> Style.fg_green;
      case FAILED -> Style.fg_red;
      case STOPPED, IDLE -> Style.fg_yellow;
      case STARTING, WARMING, OBSERVING -> Style.bold;
    };
  }

  private void show(TextTable table) {
    line("");
    line(styled(Style.bold, table.lines().get(0)));
    table.lines().stream().skip(1).forEach(this::line);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }

  private String styled(Style style, String text) {
    return ansi.enabled() ? style.on() + text + Style.reset.on() : text;
  }

  static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
