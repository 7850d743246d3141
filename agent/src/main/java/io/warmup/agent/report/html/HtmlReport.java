package io.warmup.agent.report.html;

import io.warmup.agent.report.Figures;
import io.warmup.agent.report.Headline;
import io.warmup.agent.report.model.CacheReport;
import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.report.model.Overhead;
import io.warmup.agent.report.model.ProcessIdentity;
import io.warmup.agent.report.model.WarmupReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A report as one HTML page. */
public final class HtmlReport {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Nothing is fetched and nothing runs, whatever a cache key holds. */
  private static final String NOTHING_BUT_STYLE = "default-src 'none'; style-src 'unsafe-inline'";

  private final WarmupReport report;
  private final @Nullable LiveView live;
  private final Html html = new Html();

  private HtmlReport(WarmupReport report, @Nullable LiveView live) {
    this.report = report;
    this.live = live;
  }

  /** The whole page. */
  public static String render(WarmupReport report) {
    return new HtmlReport(report, null).page().toString();
  }

  /** The same page for a live application, which asks again by itself. */
  public static String live(WarmupReport report, LiveView live) {
    return new HtmlReport(report, live).page().toString();
  }

  private Html page() {
    html.open("html", "lang", "en").open("head");
    html.empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", NOTHING_BUT_STYLE);
    if (live != null) {
      html.empty(
          "meta", "http-equiv", "refresh", "content", Integer.toString(live.refreshSeconds()));
    }
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.leaf("title", "Warm-up of " + report.process().application());
    html.style(styleSheet()).close();
    html.open("body").open("main");
    header();
    if (live != null) {
      new LiveSection(html).write(live);
    }
    warmedCaches();
    otherCaches();
    new RunsSection(html).write(report.runs());
    overhead(report.overhead());
    new ConfigurationSection(html).write(report.configuration());
    footer();
    return html.close().close().close();
  }

  private void header() {
    ProcessIdentity process = report.process();
    html.open("header");
    html.open("p", "class", "kicker");
    html.leaf("span", "Warm-up report").leaf("span", mode(), "class", "tag").close();
    html.leaf("h1", process.application());
    html.open("p", "class", "process");
    html.leaf("span", process.host() + ", pid " + process.pid());
    html.leaf("span", process.jvm());
    html.leaf("span", "started " + time(process.started())).close();
    html.leaf("p", Headline.of(report), "class", "headline").close();
  }

  private String mode() {
    return report.mode().name().toLowerCase(Locale.ROOT);
  }

  private void warmedCaches() {
    CacheSection section = new CacheSection(html, report.gate());
    report.caches().stream().filter(HtmlReport::warmed).forEach(section::write);
  }

  private void otherCaches() {
    List<CacheReport> others =
        report.caches().stream()
            .filter(cache -> !warmed(cache))
            .sorted(Comparator.comparingLong(CacheReport::misses).reversed())
            .toList();
    new UnwarmedSection(html, report.gate()).write(others);
  }

  private void overhead(Overhead overhead) {
    html.open("section").leaf("h2", "What the agent itself took");
    FigureList figures = new FigureList(html);
    figures.add("Start-up, before main", Figures.duration(overhead.premain()), "wall time");
    if (overhead.awakening() != null) {
      figures.add(
          "Start-up, making ready",
          Figures.duration(overhead.awakening()),
          "at the first class that concerns the agent");
    }
    GateOpening gate = report.gate();
    if (gate != null) {
      figures.add("Start-up, traffic held", Figures.duration(gate.heldFor()), "until warm");
    }
    if (overhead.cpu() != null) {
      boolean loads = Boolean.TRUE.equals(overhead.cpuWithLoads());
      figures.add(
          "Processor",
          Figures.duration(overhead.cpu()),
          loads ? "its threads, the loads included" : "its threads, without the loads");
    }
    if (overhead.bytes() != null) {
      figures.add("Heap", Figures.bytes(overhead.bytes()), "held by the recorder");
    }
    figures.close();
    html.close();
  }

  private void footer() {
    html.leaf(
        "footer",
        "Written "
            + time(report.created())
            + " by Warmup "
            + report.agentVersion()
            + ", schema version "
            + report.schemaVersion()
            + ".");
  }

  private static boolean warmed(CacheReport cache) {
    return cache.fates().warmed() > 0;
  }

  private static String time(Instant instant) {
    return TIME.format(instant);
  }

  private static String styleSheet() {
    try (InputStream css = HtmlReport.class.getResourceAsStream("report.css")) {
      if (css == null) {
        throw new IllegalStateException("report.css is not in the agent jar");
      }
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
