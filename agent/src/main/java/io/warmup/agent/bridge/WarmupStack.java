package io.warmup.agent.bridge;

import java.lang.reflect.Method;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks the stack with what the variables of each frame hold. The JDK has that walker for itself
 * ({@code java.lang.LiveStackFrame}, 9 and later): it is open to this class, which becomes part of
 * {@code java.lang}. Where it is not there, frames have no variables.
 */
public final class WarmupStack {

  private static @Nullable Method variables;

  private WarmupStack() {}

  /** The JDK's walker that sees variables; else the one that everybody has. */
  public static synchronized StackWalker walker(Set<StackWalker.Option> options) {
    try {
      Class<?> frame = Class.forName("java.lang.LiveStackFrame");
      Method walker = frame.getDeclaredMethod("getStackWalker", Set.class);
      walker.setAccessible(true);
      Method locals = frame.getDeclaredMethod("getLocals");
      locals.setAccessible(true);
      StackWalker live = (StackWalker) walker.invoke(null, options);
      variables = locals;
      return live;
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return StackWalker.getInstance(options);
    }
  }

  /**
   * What a frame of such a walker has in its variables, by their slots.
   *
   * @return null if that is not to be had
   */
  public static @Nullable Object @Nullable [] variables(StackWalker.StackFrame frame) {
    Method locals = variables;
    try {
      return locals != null && locals.getDeclaringClass().isInstance(frame)
          ? (Object[]) locals.invoke(frame)
          : null;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  /**
   * Whether a variable holds a number. Where an object is expected, it is not known any more: in a
   * compiled method a variable is gone that is not needed again.
   */
  public static boolean isNumber(Object variable) {
    return variable.getClass().getName().startsWith("java.lang.LiveStackFrame");
  }
}
