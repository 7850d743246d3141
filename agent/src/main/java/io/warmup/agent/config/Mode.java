package io.warmup.agent.config;

/** What the agent does in this process. */
public enum Mode {
  /** Warm, then observe. */
  WARM,
  /** Load nothing, record the get path all the same: the control group. */
  OBSERVE,
  /** Nothing at all. */
  OFF
}
