package io.warmup.agent.warmer;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a strategy, or a whole run, has come.
 *
 * @param name the strategy's; {@code total} for a whole run
 * @param done keys finished with
 * @param total keys in all, or -1 if that is not known
 * @param keysPerSecond over the last few seconds
 * @param eta time to go at that speed, or null if that cannot be told
 */
public record Progress(
    String name, long done, long total, double keysPerSecond, @Nullable Duration eta) {

  static Progress of(String name, long done, long total, double keysPerSecond) {
    return new Progress(name, done, total, keysPerSecond, eta(total - done, total, keysPerSecond));
  }

  /** All of these together; the total is known only if each one's is. */
  static Progress sum(List<Progress> parts) {
    long done = 0;
    long total = 0;
    double keysPerSecond = 0;
    for (Progress part : parts) {
      done += part.done;
      total = total < 0 || part.total < 0 ? -1 : total + part.total;
      keysPerSecond += part.keysPerSecond;
    }
    return of("total", done, total, keysPerSecond);
  }

  /** 0..100, or NaN if the total is not known. */
  public double percent() {
    return total < 0 ? Double.NaN : total == 0 ? 100 : 100.0 * done / total;
  }

  private static @Nullable Duration eta(long left, long total, double keysPerSecond) {
    if (total < 0 || keysPerSecond <= 0) {
      return null;
    }
    return Duration.ofMillis((long) (left * 1000 / keysPerSecond));
  }
}
