package io.warmup.agent.warmer;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a run's keys come from: one stream, or several, each after the one before is done with. */
interface KeySource<K> {

  /**
   * The keys, or the next part of them; may wait.
   *
   * @return null: there are no more
   * @throws Exception what the strategy throws on listing its keys
   */
  @Nullable Stream<K> next() throws Exception;

  /** Whether the part last given is known to be the last. */
  default boolean wasLast() {
    return true;
  }

  /** Nothing will be asked for any more. */
  default void close() {}
}
