package io.warmup.agent;

import io.warmup.agent.guard.AlreadyAttached;
import io.warmup.agent.guard.Guard;
import io.warmup.agent.guard.JdkTool;
import io.warmup.agent.guard.Jvm;
import io.warmup.agent.instrument.Sentry;
import io.warmup.agent.lifecycle.ForeseenMethod;
import io.warmup.agent.lifecycle.PlainMethod;
import io.warmup.agent.log.Log;
import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * The start, which every JVM pays for: guards, then a sentry. No lambda, no stream, no regular
 * expression and no library here, each costs milliseconds when it is the first.
 */
public final class WarmupAgent {

  private static final Guard[] GUARDS = {new JdkTool(), new AlreadyAttached()};

  private WarmupAgent() {}

  /**
   * Called by {@link Premain}, once a flag.
   *
   * @param arguments behind the {@code =} of the flag; may be null
   * @param attached the application runs already
   */
  public static void start(
      @Nullable String arguments, Instrumentation instrumentation, boolean attached) {
    long begun = System.nanoTime();
    Jvm jvm = Jvm.current();
    for (Guard guard : GUARDS) {
      String objection = guard.objection(jvm);
      if (objection != null) {
        if (!objection.isEmpty()) {
          new Log().warn(objection);
        }
        return;
      }
    }
    PlainMethod own = ForeseenMethod.find(arguments);
    long premain = System.nanoTime() - begun;
    Sentry sentry =
        new Sentry(
            ForeseenMethod.classes(own),
            new Awakening(arguments, instrumentation, own, attached, premain));
    instrumentation.addTransformer(sentry, true);
    if (attached) {
      sentry.wake();
    }
  }
}
