package com.acme.shop.database;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;

/**
 * Counts the queries that reach the database, by the name each carries as its first comment, and
 * makes each take as long as one over a network. Statements without a name set the database up:
 * neither counted nor slowed.
 */
final class QueryCounter implements QueryExecutionListener {

  private static final Pattern NAME = Pattern.compile("\\s*/\\* ([\\w-]+) \\*/");

  private final ConcurrentHashMap<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final long latencyNanos;

  QueryCounter(DatabaseProperties properties) {
    latencyNanos = properties.latency().toNanos();
  }

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    for (QueryInfo query : queries) {
      Matcher name = NAME.matcher(query.getQuery());
      if (name.lookingAt()) {
        counts.computeIfAbsent(name.group(1), any -> new LongAdder()).increment();
        // While the connection is held, as it would be: a pool of ten is then as scarce as a real
        // one.
        travel();
      }
    }
  }

  private void travel() {
    try {
      NANOSECONDS.sleep(latencyNanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

  SortedMap<String, Long> counts() {
    SortedMap<String, Long> snapshot = new TreeMap<>();
    counts.forEach((name, count) -> snapshot.put(name, count.sum()));
    return snapshot;
  }
}
