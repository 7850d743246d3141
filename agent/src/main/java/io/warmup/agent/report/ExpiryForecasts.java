package io.warmup.agent.report;

import io.warmup.agent.report.model.ExpiryForecast;
import io.warmup.agent.warmer.Expiry;
import io.warmup.agent.warmer.RunResult;
import io.warmup.agent.warmer.StrategyResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Foresees when warmed keys expire together. Keys put in one second of a run expire evenly over the
 * second a life later, and with jitter over that much more on both sides, so that the rate of
 * expiries goes up and down in steps: its highest step is the cliff.
 */
final class ExpiryForecasts {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

  /** What the advice reckons with. */
  private static final double JITTER = 0.1;

  private ExpiryForecasts() {}

  /**
   * For one cache: of each strategy the last run, which has renewed what the ones before had put.
   *
   * @param inUse share of the warmed keys that are read, 0..1; NaN if that is not known
   */
  static @Nullable ExpiryForecast of(String cache, List<RunResult> runs, double inUse) {
    Map<String, StrategyResult> last = new LinkedHashMap<>();
    for (RunResult run : runs) {
      for (StrategyResult result : run.strategies()) {
        if (result.stats().cache().equals(cache) && result.stats().warmed() > 0) {
          last.put(result.stats().strategy(), result);
        }
      }
    }
    return of(last.values(), inUse);
  }

  /** For what one run put. */
  static @Nullable ExpiryForecast of(StrategyResult result) {
    return of(List.of(result), Double.NaN);
  }

  private static @Nullable ExpiryForecast of(Collection<StrategyResult> results, double inUse) {
    Steps steps = new Steps();
    Steps flattened = new Steps();
    long keys = 0;
    boolean ownOfCache = false;
    boolean jittered = false;
    for (StrategyResult result : results) {
      Expiry expiry = result.expiry();
      if (expiry != null && result.stats().warmed() > 0) {
        keys += result.stats().warmed();
        steps.add(result, expiry, expiry.jitter());
        flattened.add(result, expiry, Math.max(JITTER, expiry.jitter()));
        ownOfCache |= expiry.ownOfCache();
        jittered |= expiry.jitter() > 0;
      }
    }
    if (keys == 0) {
      return null;
    }
    Peak peak = steps.peak();
    long expiries = Math.min(keys, Math.round(peak.rate()));
    double used = Double.isNaN(inUse) ? 1 : inUse;
    long refills = (long) Math.ceil(expiries * used);
    String remedy = ownOfCache || jittered ? "" : remedy(flattened.peak(), keys, used);
    return new ExpiryForecast(
        keys,
        steps.first(),
        steps.last(),
        peak.at(),
        expiries,
        refills,
        ownOfCache,
        sentence(keys, steps, peak, refills, expiries)
            + (ownOfCache ? "; the expiry is the cache's own" : remedy)
            + ".");
  }

  private static String sentence(long keys, Steps steps, Peak peak, long refills, long expiries) {
    return Figures.count(keys, "warmed key expires", "warmed keys expire")
        + " within "
        + Figures.duration(Duration.between(steps.first(), steps.last()))
        + " from "
        + TIME.format(steps.first())
        + " UTC on, "
        + Figures.count(expiries)
        + " in one second at "
        + TIME.format(peak.at())
        + ": up to "
        + Figures.count(refills, "load/s", "loads/s")
        + " at the source";
  }

  private static String remedy(Peak flattened, long keys, double used) {
    long refills = (long) Math.ceil(Math.min(keys, flattened.rate()) * used);
    return "; ttl-jitter: 10% would make that "
        + Figures.count(Math.max(1, refills), "load/s", "loads/s");
  }

  /** The highest step. */
  private record Peak(Instant at, double rate) {}

  /** Keys a second over time, as what changes when. */
  private static final class Steps {
    private final TreeMap<Instant, Double> changes = new TreeMap<>();

    void add(StrategyResult result, Expiry expiry, double jitter) {
      List<Long> seconds = result.throughput();
      double warmed = (double) result.stats().warmed() / Math.max(1, result.stats().done());
      Duration spread = Duration.ofNanos((long) (expiry.life().toNanos() * jitter));
      Duration width = spread.multipliedBy(2).plusSeconds(1);
      Instant begin = expiry.from().plus(expiry.life()).minus(spread);
      for (int i = 0; i < seconds.size(); i++) {
        double rate = seconds.get(i) * warmed / (width.toNanos() / 1e9);
        if (rate > 0) {
          changes.merge(begin.plusSeconds(i), rate, Double::sum);
          changes.merge(begin.plusSeconds(i).plus(width), -rate, Double::sum);
        }
      }
    }

    Instant first() {
      return changes.firstKey();
    }

    Instant last() {
      return changes.lastKey();
    }

    Peak peak() {
      Peak highest = new Peak(first(), 0);
      double rate = 0;
      for (Map.Entry<Instant, Double> change : changes.entrySet()) {
        rate += change.getValue();
        if (rate > highest.rate()) {
          highest = new Peak(change.getKey(), rate);
        }
      }
      return highest;
    }
  }
}
