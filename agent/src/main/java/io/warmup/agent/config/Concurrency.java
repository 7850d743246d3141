package io.warmup.agent.config;

/** How many loads of one strategy may be in flight. */
public sealed interface Concurrency {

  /** Always up to this many. */
  record Fixed(int limit) implements Concurrency {}

  /** As many as the source bears without slowing down, starting low. */
  record Adaptive() implements Concurrency {}
}
