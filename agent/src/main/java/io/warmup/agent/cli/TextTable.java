package io.warmup.agent.cli;

import io.warmup.agent.log.OneLine;
import java.util.ArrayList;
import java.util.List;
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
    return rows.stream().map(this::line).toList();
  }

  private String line(String[] cells) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < cells.length; column++) {
      int width = width(column);
      String pad = " ".repeat(width - cells[column].length());
      line.append(isNumeric(column) ? pad + cells[column] : cells[column] + pad).append("  ");
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
