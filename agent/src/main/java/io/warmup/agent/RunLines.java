package io.warmup.agent;

import io.warmup.agent.log.Log;
import io.warmup.agent.report.LogLines;
import io.warmup.agent.warmer.Progress;
import io.warmup.agent.warmer.RunObserver;
import io.warmup.agent.warmer.StrategyResult;
import java.util.List;

/** Tells the log how runs go. */
record RunLines(LogLines lines, Log log) implements RunObserver {

  @Override
  public void progress(int run, Progress whole, List<Progress> strategies) {
    strategies.forEach(lines::progress);
  }

  @Override
  public void strategyEnded(int run, StrategyResult result) {
    lines.finished(result);
  }

  @Override
  public void warning(String line) {
    log.warn(line);
  }
}
