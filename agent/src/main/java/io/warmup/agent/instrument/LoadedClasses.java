package io.warmup.agent.instrument;

import io.warmup.agent.log.Log;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Classes that were loaded before the agent came. */
public final class LoadedClasses {

  private LoadedClasses() {}

  /**
   * Has the transformers see some classes again, all in one stop of the application; one by one if
   * that is refused.
   *
   * @param wanted which of all that are loaded
   * @return how many were seen
   */
  public static int retransform(
      Instrumentation instrumentation, Predicate<Class<?>> wanted, Log log) {
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> each : instrumentation.getAllLoadedClasses()) {
      if (wanted.test(each) && instrumentation.isModifiableClass(each)) {
        loaded.add(each);
      }
    }
    if (loaded.isEmpty()) {
      return 0;
    }
    try {
      instrumentation.retransformClasses(loaded.toArray(Class<?>[]::new));
      return loaded.size();
    } catch (Exception | LinkageError together) {
      return oneByOne(instrumentation, loaded, log);
    }
  }

  private static int oneByOne(Instrumentation instrumentation, List<Class<?>> loaded, Log log) {
    int seen = 0;
    for (Class<?> each : loaded) {
      try {
        instrumentation.retransformClasses(each);
        seen++;
      } catch (Exception | LinkageError e) {
        log.warn(
            each.getName()
                + " was loaded before the agent came and cannot be instrumented now ("
                + e
                + "): what it does is not recorded");
      }
    }
    return seen;
  }
}
