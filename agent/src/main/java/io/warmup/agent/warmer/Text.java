package io.warmup.agent.warmer;

import java.time.Duration;

/** Writes values the way the file does. */
final class Text {

  private Text() {}

  /** {@code 30s}, {@code 1h30m}, {@code 250ms}. */
  static String of(Duration duration) {
    if (duration.toSeconds() == 0) {
      return duration.toMillis() + "ms";
    }
    return duration.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
  }
}
