package io.warmup.agent.strategy;

import io.warmup.agent.log.Log;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the agent said. */
final class RecordedLines {

  private final List<String> lines = new CopyOnWriteArrayList<>();

  Log log() {
    return new Log((level, line) -> lines.add(line));
  }

  List<String> all() {
    return lines;
  }
}
