package io.warmup.agent.integration.micrometer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.warmup.agent.lifecycle.Beans;
import io.warmup.agent.metrics.Family;
import io.warmup.agent.metrics.Family.Point;
import io.warmup.agent.metrics.MeterBinding;
import io.warmup.agent.warmer.LoadHistogram;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Registers each series under Micrometer's spelling of its name, so that a Prometheus registry
 * shows it as the agent's own page does. Load latencies come as count and sum: Micrometer takes a
 * histogram's buckets from nobody.
 */
public final class MicrometerMeters implements MeterBinding {

  /** A series by its family's name and its labels. */
  private record Series(String family, Map<String, String> labels) {}

  private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final MeterRegistry registry;
  private final Supplier<List<Family>> families;
  private final Map<Series, Point> points = new ConcurrentHashMap<>();
  private final Map<Series, Meter> meters = new ConcurrentHashMap<>();
  private volatile long taken;

  /**
   * In the application's own registry, else in Micrometer's global one.
   *
   * @param families the meters as they stand when asked
   */
  public MicrometerMeters(Beans beans, Supplier<List<Family>> families) {
    this.registry = beans.find(MeterRegistry.class).orElse(Metrics.globalRegistry);
    this.families = families;
    refresh();
  }

  @Override
  public synchronized void refresh() {
    take();
  }

  @Override
  public synchronized void close() {
    meters.values().forEach(registry::remove);
    meters.clear();
  }

  private void take() {
    taken = System.nanoTime();
    for (Family family : families.get()) {
      for (Point point : family.points()) {
        Series series = new Series(family.name(), point.labels());
        points.put(series, point);
        meters.computeIfAbsent(series, added -> register(added, family));
      }
    }
  }

  private Meter register(Series series, Family family) {
    Tags tags =
        Tags.of(
            series.labels().entrySet().stream()
                .map(it -> Tag.of(it.getKey(), it.getValue()))
                .toList());
    String name = family.name().replace('_', '.');
    return switch (family.kind()) {
      case COUNTER ->
          FunctionCounter.builder(name, this, it -> it.now(series).value())
              .description(family.help())
              .tags(tags)
              .register(registry);
      case GAUGE ->
          Gauge.builder(name, this, it -> it.now(series).value())
              .description(family.help())
              .tags(tags)
              .register(registry);
      case HISTOGRAM ->
          FunctionTimer.builder(
                  name.replace(".seconds", ""),
                  this,
                  it -> it.loads(series).count(),
                  it -> it.loads(series).total().toNanos(),
                  TimeUnit.NANOSECONDS)
              .description(family.help())
              .tags(tags)
              .register(registry);
    };
  }

  private LoadHistogram loads(Series series) {
    return Objects.requireNonNull(now(series).histogram());
  }

  /** One look serves all the series of a scrape. */
  private Point now(Series series) {
    if (System.nanoTime() - taken > FRESH_NANOS) {
      refresh();
    }
    return Objects.requireNonNull(points.get(series));
  }
}
