package io.warmup.agent.recorder;

import io.warmup.agent.bridge.WarmupNode;
import io.warmup.agent.bridge.WarmupStore;
import org.jspecify.annotations.Nullable;

/** Tells stores that can be recorded from those that cannot. */
final class Instrumented {

  /** A store whose entries lack their byte must never be recorded: its gets would fail. */
  private static final ClassValue<Boolean> COMPLETE =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> store) {
          String library = store.getName().substring(0, store.getName().lastIndexOf('.') + 1);
          try {
            Class<?> node = Class.forName(library + "Node", false, store.getClassLoader());
            return WarmupNode.class.isAssignableFrom(node);
          } catch (ClassNotFoundException | LinkageError e) {
            return false;
          }
        }
      };

  private Instrumented() {}

  /**
   * @return null where the library's classes were loaded before the agent came, or are of a version
   *     it does not know
   */
  static @Nullable WarmupStore store(@Nullable Object store) {
    return store instanceof WarmupStore instrumented
            && (!instrumented.warmupHasNodes() || COMPLETE.get(store.getClass()))
        ? instrumented
        : null;
  }
}
