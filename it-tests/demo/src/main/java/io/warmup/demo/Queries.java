package io.warmup.demo;

import java.util.Map;

/** Database queries since the shop started, by name, as the shop counts them at its DataSource. */
record Queries(Map<String, Long> byName) {

  /** Those made for visitors: a lookup that a cache could not answer. */
  long forVisitors() {
    return count("product") + count("category") + count("recommendations");
  }

  long total() {
    return count("total");
  }

  private long count(String name) {
    return byName.getOrDefault(name, 0L);
  }
}
