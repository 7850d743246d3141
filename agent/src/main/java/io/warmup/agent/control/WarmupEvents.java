package io.warmup.agent.control;

import io.warmup.agent.report.model.GateOpening;
import io.warmup.agent.warmer.RunObserver;

/** Told of everything that has a beginning and an end. Thread-safe; called on whichever thread. */
public interface WarmupEvents extends RunObserver {

  /** Told of nothing. */
  WarmupEvents NONE = new WarmupEvents() {};

  /** Traffic is held back from here on. */
  default Held held(String application) {
    return Held.UNOBSERVED;
  }

  /** A gate that will open. */
  interface Held {

    /** Nobody is told. */
    Held UNOBSERVED = opening -> {};

    void opened(GateOpening opening);
  }
}
