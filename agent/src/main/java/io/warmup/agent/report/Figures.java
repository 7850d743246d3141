package io.warmup.agent.report;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as people read them, the same in log lines, tables and pages. */
public final class Figures {

  /** What stands where a figure is not known. */
  public static final String UNKNOWN = "–";

  private Figures() {}

  /** {@code 29,408}. */
  public static String count(@Nullable Long n) {
    return n == null ? UNKNOWN : format("%,d", n);
  }

  /** {@code 1 miss}, {@code 29,408 misses}. */
  public static String count(long n, String one, String many) {
    return count(n) + " " + (n == 1 ? one : many);
  }

  /**
   * A share as a percentage without decimals, but never {@code 0 %} for some nor {@code 100 %} for
   * not all.
   */
  public static String share(@Nullable Double share) {
    if (share == null || share.isNaN()) {
      return UNKNOWN;
    }
    if (share > 0 && share < 0.01 || share > 0.99 && share < 1) {
      return tenths(share);
    }
    return format("%.0f %%", share * 100);
  }

  /** A ratio as a percentage with one decimal, where small differences matter. */
  public static String ratio(@Nullable Double ratio) {
    return ratio == null || ratio.isNaN() ? UNKNOWN : tenths(ratio);
  }

  /** {@code 80 ns}, {@code 340 µs}, {@code 41.2 s}, {@code 2 min 5 s}, {@code 3 h 4 min}. */
  public static String duration(@Nullable Duration duration) {
    if (duration == null) {
      return UNKNOWN;
    }
    double seconds = duration.toNanos() / 1e9;
    if (seconds == 0) {
      return "0 s";
    }
    if (seconds < 0.9995e-6) {
      return format("%.0f ns", seconds * 1e9);
    }
    if (seconds < 0.0009995) {
      return format("%.0f µs", seconds * 1e6);
    }
    if (seconds < 0.00995) {
      return format("%.1f ms", seconds * 1e3);
    }
    if (seconds < 0.9995) {
      return format("%.0f ms", seconds * 1e3);
    }
    if (seconds < 59.95) {
      return format(seconds == Math.rint(seconds) ? "%.0f s" : "%.1f s", seconds);
    }
    long whole = Math.round(seconds);
    return whole < 3600
        ? two(whole / 60, "min", whole % 60, "s")
        : two(whole / 3600, "h", whole % 3600 / 60, "min");
  }

  /** {@code 9,803 keys/s}. */
  public static String rate(double keysPerSecond) {
    return format(keysPerSecond < 10 ? "%.1f keys/s" : "%,.0f keys/s", keysPerSecond);
  }

  /** {@code 512 B}, {@code 1.2 MB}. */
  public static String bytes(@Nullable Long bytes) {
    if (bytes == null) {
      return UNKNOWN;
    }
    if (bytes < 1_000) {
      return bytes + " B";
    }
    return bytes < 1_000_000 ? format("%.1f kB", bytes / 1e3) : format("%.1f MB", bytes / 1e6);
  }

  /** At least one tenth for some, at most 99.9 for not all. */
  private static String tenths(double share) {
    double percent = share * 100;
    if (share > 0 && share < 1) {
      percent = Math.min(99.9, Math.max(0.1, percent));
    }
    return format("%.1f %%", percent);
  }

  private static String two(long big, String bigUnit, long small, String smallUnit) {
    return big + " " + bigUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }

  private static String format(String pattern, Object value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
