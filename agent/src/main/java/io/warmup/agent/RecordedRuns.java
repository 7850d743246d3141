package io.warmup.agent;

import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.warmer.RunObserver;
import io.warmup.agent.warmer.RunResult;
import io.warmup.agent.warmer.RunResult.Trigger;
import java.util.List;

/** While a run goes on, the caches that it warms are recorded, in the window and out of it. */
record RecordedRuns(Recorder recorder) implements RunObserver {

  @Override
  public void runStarted(int run, Trigger trigger, List<String> strategies) {
    recorder.hold();
  }

  @Override
  public void runEnded(RunResult result) {
    recorder.release();
  }
}
