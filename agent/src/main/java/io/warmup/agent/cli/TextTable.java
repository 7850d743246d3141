package io.warmup.agent.cli;

import io.warmup.agent.log.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Columns as wide as their widest cell, numbers to the right. */
final class TextTable {

  private final List<String[]> rows = new ArrayList<>();

  TextTable(String... columns) {
    rows.add(columns);
  }

  /**
   * One cell a column; a column of cells that start with a digit, a sign or a dash is one of
   * numbers.
   */
  TextTable row(String... cells) {
    rows.add(Stream.of(cells).map(OneLine::of).toArray(String[]::new));
    return this;
  }

  /** A line each, without the end of it. */
  List<String> lines() {
    List<Column> columns = IntStream.range(0, rows.get(0).length).mapToObj(this::column).toList();
    return rows.stream().map(row -> line(row, columns)).toList();
  }

  private record Column(int width, boolean numeric) {}

  private Column column(int column) {
    return new Column(width(column), isNumeric(column));
  }

  private static String line(String[] cells, List<Column> columns) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      String pad = " ".repeat(columns.get(i).width() - cells[i].length());
      line.append(columns.get(i).numeric() ? pad + cells[i] : cells[i] + pad).append("  ");
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row[column].length()).max().orElse(0);
  }

  private boolean isNumeric(int column) {
    return rows.stream().skip(1).allMatch(row -> row[column].matches("[-+–\\d].*|"));
  }
}
