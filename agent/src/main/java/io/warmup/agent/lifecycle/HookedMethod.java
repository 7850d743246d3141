package io.warmup.agent.lifecycle;

import io.warmup.agent.config.Gate;
import org.jspecify.annotations.Nullable;

/** A method that tells that an application can serve but does not yet. */
public interface HookedMethod {

  /** What the bridge calls it; no two have the same. */
  String name();

  /** The class whose method is hooked, with dots. */
  String className();

  /** The hooked method. */
  String method();

  /** Its descriptor; null: any. */
  @Nullable String descriptor();

  /** Whether it is the method's end that is the moment, rather than its beginning. */
  boolean atExit();

  /**
   * The {@link ReadinessPoint} that understands it, by class name, since it may belong to the
   * application's loader.
   */
  String adapter();

  /** Whether this is the moment for that gate. */
  boolean serves(Gate gate);
}
