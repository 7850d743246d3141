package io.warmup.agent.report;

import io.warmup.agent.config.Mode;
import io.warmup.agent.log.Log;
import io.warmup.agent.report.html.HtmlReport;
import io.warmup.agent.report.json.ReportJson;
import io.warmup.agent.report.model.RunReport;
import io.warmup.agent.report.model.WarmupReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where reports are kept: one pair of files a report, JSON and HTML, and the last one again as
 * {@code latest.json} and {@code latest.html}. A folder that takes no file costs one log line.
 */
public final class ReportFolder {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /** What some file system does not take in a name. */
  private static final Pattern FORBIDDEN = Pattern.compile("[^A-Za-z0-9._-]+");

  /** Of an application's name in a file's. */
  private static final int LONGEST = 60;

  private final Path folder;
  private final Log log;

  public ReportFolder(Path folder, Log log) {
    this.folder = folder;
    this.log = log;
  }

  /**
   * Writes a report.
   *
   * @return its JSON file; empty if it could not be written, which the log has been told
   */
  public Optional<Path> write(WarmupReport report) {
    try {
      OwnerOnly.createFolder(folder);
      write(name(report), report);
      write("latest", report);
      return Optional.of(folder.resolve(name(report) + ".json"));
    } catch (IOException e) {
      log.warn(
          "the report could not be written to "
              + folder
              + " ("
              + cause(e)
              + "); the log lines are all there is. Set report.folder to a writable folder with room.");
      return Optional.empty();
    }
  }

  private void write(String name, WarmupReport report) throws IOException {
    AtomicFile.write(folder.resolve(name + ".json"), ReportJson.write(report));
    AtomicFile.write(folder.resolve(name + ".html"), HtmlReport.render(report));
  }

  /**
   * {@code warmup-shop-20261123-101500-4711-2}: which application of those in one JVM, since when,
   * which process, which run. What was observed without a warm-up has a name of its own, {@code
   * warmup-shop-20261123-101500-4711-observe}: the run before it keeps its report.
   */
  private static String name(WarmupReport report) {
    String application = FORBIDDEN.matcher(report.process().application()).replaceAll("-");
    String begin =
        "warmup-" + application.substring(0, Math.min(LONGEST, application.length())) + "-";
    long process = report.process().pid();
    if (report.mode() == Mode.OBSERVE) {
      return begin + STAMP.format(report.created()) + "-" + process + "-observe";
    }
    RunReport last = report.runs().isEmpty() ? null : report.runs().get(report.runs().size() - 1);
    Instant since = last == null ? report.process().started() : last.started();
    int run = last == null ? 0 : last.number();
    return begin + STAMP.format(since) + "-" + process + "-" + run;
  }

  private static String cause(IOException e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
