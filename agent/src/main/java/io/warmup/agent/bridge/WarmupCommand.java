package io.warmup.agent.bridge;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a command of Lettuce is: it shows its words and its answer, and keeps whether the
 * application asked it. Implemented by methods that are added to the command's class.
 */
public interface WarmupCommand {

  /** Its name as it is sent. */
  byte[] warmupName();

  /** Its arguments, of which the keys are {@link Key}s; fails where it has none. */
  List<?> warmupArguments();

  /** What takes its answer. */
  @Nullable Object warmupOutput();

  /** Its answer; null: nothing there, or none so far. */
  @Nullable Object warmupAnswer();

  /** What the server has against it; null: nothing. */
  @Nullable String warmupError();

  /** Whether its answer is to be counted. */
  boolean warmupAsked();

  /** Sets that. */
  void warmupAsked(boolean asked);

  /** A key among its arguments, before the connection's codec made bytes of it. */
  interface Key {

    /** It as Redis has it. */
    ByteBuffer warmupKey();
  }

  /** An output that hands the values of several keys on, one by one, and need not keep them. */
  interface Elements {

    /** Of each value so far whether there was one; null: none so far. */
    @Nullable List<Boolean> warmupElements();
  }
}
