package io.warmup.benchmarks.getpath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a table was asked for: arguments {@code name=value}, or {@code name} for true. */
public final class Settings {

  private final Map<String, String> said = new LinkedHashMap<>();

  private Settings() {}

  /** Of a command line. */
  public static Settings of(String[] arguments) {
    Settings settings = new Settings();
    for (String argument : arguments) {
      String[] pair = argument.split("=", 2);
      settings.said.put(pair[0], pair.length == 1 ? "true" : pair[1]);
    }
    return settings;
  }

  /** Whether anything was said. */
  public boolean has(String name) {
    return said.containsKey(name);
  }

  /** What was said, or what is usual. */
  public String get(String name, String usual) {
    return said.getOrDefault(name, usual);
  }

  /** The same of several, with commas between them. */
  public List<String> list(String name, String usual) {
    return List.of(get(name, usual).split(","));
  }

  /**
   * {@code methods}, {@code entries}, {@code hits}, {@code threads}, {@code virtual}: all if not
   * said.
   */
  public List<Cell> cells() {
    String kind = has("virtual") ? "virtual" : "platform";
    List<Cell> cells = new ArrayList<>();
    for (String method : list("methods", "getIfPresent,get")) {
      for (String entries : list("entries", "256,100000")) {
        for (String hits : list("hits", "100,80")) {
          for (String threads : list("threads", "1,2")) {
            cells.add(new Cell(kind, method, entries, hits, threads));
          }
        }
      }
    }
    return cells;
  }
}
