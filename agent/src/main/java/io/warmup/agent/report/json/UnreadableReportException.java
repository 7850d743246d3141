package io.warmup.agent.report.json;

/** A text is no report this agent can read. The message goes on from the file's name. */
public final class UnreadableReportException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableReportException(String message) {
    super(message);
  }
}
