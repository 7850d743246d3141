package io.warmup.agent.cli;

import io.warmup.agent.report.json.ReportJson;
import io.warmup.agent.report.json.UnreadableReportException;
import io.warmup.agent.report.model.WarmupReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A report on disk; a report folder stands for its latest one. */
record ReportFile(Path path) {

  /**
   * Reads it.
   *
   * @throws IOException with a message for the operator
   */
  WarmupReport read() throws IOException {
    Path file = Files.isDirectory(path) ? path.resolve("latest.json") : path;
    try {
      return ReportJson.read(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new IOException(file + " does not exist", e);
    } catch (UnreadableReportException e) {
      throw new IOException(file + " " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IOException(file + " cannot be read (" + e + ")", e);
    }
  }
}
