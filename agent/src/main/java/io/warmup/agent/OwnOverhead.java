package io.warmup.agent;

import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.report.model.Overhead;
import io.warmup.agent.thread.AgentThreads;
import java.time.Duration;
import java.util.function.ToLongFunction;

/** What the agent itself takes from this process, for its reports. Thread-safe. */
final class OwnOverhead {

  private final Duration premain;
  private final Duration awakening;
  private final Recorder recorder;
  private final ToLongFunction<Object> sizeOf;
  private volatile long recorderBytes;

  /**
   * @param premain wall time of it
   * @param awakening wall time of making ready
   * @param sizeOf an object's own size in bytes
   */
  OwnOverhead(
      Duration premain, Duration awakening, Recorder recorder, ToLongFunction<Object> sizeOf) {
    this.premain = premain;
    this.awakening = awakening;
    this.recorder = recorder;
    this.sizeOf = sizeOf;
  }

  /** The recorder gives back what it holds when a window ends: call it before. */
  void look() {
    if (recorder.opened() != null) {
      recorderBytes = recorder.heldBytes(sizeOf);
    }
  }

  /** So far; of the recorder what it holds, or held when a window ended. */
  Overhead soFar() {
    look();
    Duration cpu = AgentThreads.processorTime();
    Boolean withLoads = cpu == null ? null : !AgentThreads.workersAreVirtual();
    return new Overhead(premain, awakening, cpu, withLoads, recorderBytes);
  }
}
