package io.warmup.agent.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import io.warmup.agent.metrics.Family.Point;
import io.warmup.agent.warmer.LoadHistogram;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Meters in the format a scraper asks for. */
public final class Exposition {

  private final ExpositionFormatWriter writer;

  private Exposition(ExpositionFormatWriter writer) {
    this.writer = writer;
  }

  /**
   * OpenMetrics if the scraper takes it, else Prometheus' own text format.
   *
   * @param accept the header of that name
   */
  public static Exposition accepted(@Nullable String accept) {
    OpenMetricsTextFormatWriter openMetrics = OpenMetricsTextFormatWriter.create();
    return new Exposition(
        openMetrics.accepts(accept) ? openMetrics : PrometheusTextFormatWriter.create());
  }

  public String contentType() {
    return writer.getContentType();
  }

  public void write(List<Family> families, OutputStream out) throws IOException {
    writer.write(out, new MetricSnapshots(families.stream().map(Exposition::snapshot).toList()));
  }

  private static MetricSnapshot snapshot(Family family) {
    return switch (family.kind()) {
      case COUNTER -> {
        CounterSnapshot.Builder counter =
            CounterSnapshot.builder().name(family.name()).help(family.help());
        family
            .points()
            .forEach(
                it ->
                    counter.dataPoint(
                        CounterDataPointSnapshot.builder()
                            .labels(labels(it))
                            .value(it.value())
                            .build()));
        yield counter.build();
      }
      case GAUGE -> {
        GaugeSnapshot.Builder gauge =
            GaugeSnapshot.builder().name(family.name()).help(family.help()).unit(unit(family));
        family
            .points()
            .forEach(
                it ->
                    gauge.dataPoint(
                        GaugeDataPointSnapshot.builder()
                            .labels(labels(it))
                            .value(it.value())
                            .build()));
        yield gauge.build();
      }
      case HISTOGRAM -> {
        HistogramSnapshot.Builder histogram =
            HistogramSnapshot.builder().name(family.name()).help(family.help()).unit(unit(family));
        family.points().forEach(it -> histogram.dataPoint(histogram(it)));
        yield histogram.build();
      }
    };
  }

  /** A name ends with its unit; OpenMetrics wants it once more, as a line of its own. */
  private static @Nullable Unit unit(Family family) {
    return family.name().endsWith("_seconds") ? Unit.SECONDS : null;
  }

  private static HistogramDataPointSnapshot histogram(Point point) {
    LoadHistogram loads = Objects.requireNonNull(point.histogram());
    List<Double> bounds = new ArrayList<>(LoadHistogram.BOUNDS);
    bounds.add(Double.POSITIVE_INFINITY);
    return HistogramDataPointSnapshot.builder()
        .labels(labels(point))
        .classicHistogramBuckets(ClassicHistogramBuckets.of(bounds, loads.counts()))
        .sum(loads.total().toNanos() / 1e9)
        .build();
  }

  private static Labels labels(Point point) {
    return Labels.of(
        point.labels().keySet().toArray(String[]::new),
        point.labels().values().toArray(String[]::new));
  }
}
