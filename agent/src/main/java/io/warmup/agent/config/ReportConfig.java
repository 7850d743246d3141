package io.warmup.agent.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the results go.
 *
 * @param folder for JSON and HTML reports
 * @param http {@code host:port} of the live page; null: none
 * @param tokenFile holds the token the live page asks for; null: none, allowed on loopback only
 * @param keys how much of a key a report shows
 */
public record ReportConfig(
    Path folder, @Nullable String http, @Nullable Path tokenFile, KeyDisplay keys) {

  /** Keys may be personal data: how much of one a report shows. */
  public enum KeyDisplay {
    /** A hash only. */
    HASH,
    /** Its shape, {@code price:*}. */
    TEMPLATE,
    /** All of it. */
    PLAIN
  }
}
