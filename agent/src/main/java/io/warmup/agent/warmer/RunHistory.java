package io.warmup.agent.warmer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last runs. Thread-safe. */
final class RunHistory {

  private static final int KEPT = 100;

  private final Deque<RunResult> results = new ArrayDeque<>();

  synchronized void add(RunResult result) {
    if (results.size() == KEPT) {
      results.removeFirst();
    }
    results.addLast(result);
  }

  /** Oldest first. */
  synchronized List<RunResult> results() {
    return List.copyOf(results);
  }
}
