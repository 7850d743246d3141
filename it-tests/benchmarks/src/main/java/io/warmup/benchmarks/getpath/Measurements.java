package io.warmup.benchmarks.getpath;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Nanoseconds and bytes a get, one line a fork: kept in a file, and printed as ratios. */
public final class Measurements {

  private static final int RESAMPLES = 2_000;

  private final Path file;
  private final List<Fork> forks = new ArrayList<>();
  private final Random random = new Random(1);

  private Measurements(Path file) {
    this.file = file;
  }

  /** Those of the file, if there is one. */
  public static Measurements in(Path file) {
    Measurements measurements = new Measurements(file);
    try {
      if (Files.exists(file)) {
        Files.readAllLines(file).forEach(line -> measurements.forks.add(Fork.parsed(line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return measurements;
  }

  /** One more, into the file too. */
  public void add(Cell cell, String way, double nanos, double bytes) {
    Fork fork = new Fork(cell, way, nanos, bytes);
    forks.add(fork);
    try {
      Files.writeString(
          file, fork.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How often a way was measured. */
  public int count(Cell cell, String way) {
    return nanos(cell, way).length;
  }

  /** A table, a row a cell. */
  public void print(List<Cell> cells) {
    System.out.println(
        "| threads | get | entries | hits | plain, ns | recordStats | Micrometer | idle [95 %] | recorded"
            + " | **recorded / recordStats** [95 %] | B a get: plain, recordStats, recorded | forks |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
    for (Cell cell : cells) {
      System.out.printf(
          Locale.ROOT,
          "| %s %s | %s | %s | %s %% | %.1f | %s | %s | %s %s | %s | **%s** %s | %.1f, %.1f, %.1f | %d |%n",
          cell.threads(),
          cell.kind(),
          cell.method(),
          cell.entries(),
          cell.hits(),
          median(nanos(cell, "baseline")),
          ratio(cell, "recordStats", "baseline"),
          ratio(cell, "micrometer", "baseline"),
          ratio(cell, "idle", "baseline"),
          interval(nanos(cell, "idle"), nanos(cell, "baseline")),
          ratio(cell, "recorded", "baseline"),
          ratio(cell, "recorded", "recordStats"),
          interval(nanos(cell, "recorded"), nanos(cell, "recordStats")),
          bytes(cell, "baseline"),
          bytes(cell, "recordStats"),
          bytes(cell, "recorded"),
          count(cell, "recorded"));
    }
  }

  private String ratio(Cell cell, String way, String to) {
    return String.format(Locale.ROOT, "%.2f", median(nanos(cell, way)) / median(nanos(cell, to)));
  }

  /** The middle 95 % of the ratio of medians over resampled forks. */
  private String interval(double[] way, double[] to) {
    if (way.length == 0 || to.length == 0) {
      return "";
    }
    double[] ratios = new double[RESAMPLES];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = median(resampled(way)) / median(resampled(to));
    }
    Arrays.sort(ratios);
    int edge = RESAMPLES / 40;
    return String.format(
        Locale.ROOT, "[%.2f, %.2f]", ratios[edge], ratios[ratios.length - 1 - edge]);
  }

  private double[] resampled(double[] values) {
    return random.ints(values.length, 0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  private double[] nanos(Cell cell, String way) {
    return forks.stream().filter(fork -> fork.is(cell, way)).mapToDouble(Fork::nanos).toArray();
  }

  private double bytes(Cell cell, String way) {
    return median(
        forks.stream().filter(fork -> fork.is(cell, way)).mapToDouble(Fork::bytes).toArray());
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private record Fork(Cell cell, String way, double nanos, double bytes) {

    static Fork parsed(String line) {
      String[] parts = line.split(",");
      return new Fork(
          new Cell(parts[0], parts[1], parts[2], parts[3], parts[4]),
          parts[5],
          Double.parseDouble(parts[6]),
          Double.parseDouble(parts[7]));
    }

    String line() {
      return String.join(
          ",",
          cell.kind(),
          cell.method(),
          cell.entries(),
          cell.hits(),
          cell.threads(),
          way,
          Double.toString(nanos),
          Double.toString(bytes));
    }

    boolean is(Cell wanted, String counted) {
      return cell.equals(wanted) && way.equals(counted);
    }
  }
}
