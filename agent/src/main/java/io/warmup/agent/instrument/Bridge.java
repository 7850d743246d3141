package io.warmup.agent.instrument;

import io.warmup.agent.jar.OwnJar;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts the bridge classes into {@code java.lang}, where inserted code finds them from every class
 * loader: JBoss Modules and OSGi delegate only {@code java.*}. The bootstrap search path stays as
 * it is, since appending to it switches class-data sharing off for the application's classes.
 *
 * <p>{@code java.lang} is opened to one throw-away module only ({@link BridgeDefiner}'s, a {@link
 * LoneClass}), so that the application's own view of it stays closed.
 */
public final class Bridge {

  /** In the order of definition: what another one extends or implements comes first. */
  private static final List<String> CLASSES =
      List.of(
          "io.warmup.agent.bridge.WarmupBridge",
          "io.warmup.agent.bridge.WarmupBuilds$Listener",
          "io.warmup.agent.bridge.WarmupBuilds",
          "io.warmup.agent.bridge.WarmupStack",
          "io.warmup.agent.bridge.WarmupUncounted$Own",
          "io.warmup.agent.bridge.WarmupUncounted",
          "io.warmup.agent.bridge.WarmupNode",
          "io.warmup.agent.bridge.WarmupKeys",
          "io.warmup.agent.bridge.WarmupThread",
          "io.warmup.agent.bridge.WarmupCounters",
          "io.warmup.agent.bridge.WarmupFates",
          "io.warmup.agent.bridge.WarmupLedger$Table",
          "io.warmup.agent.bridge.WarmupLedger",
          "io.warmup.agent.bridge.WarmupKeyed",
          "io.warmup.agent.bridge.WarmupWatch$Mark",
          "io.warmup.agent.bridge.WarmupWatch",
          "io.warmup.agent.bridge.WarmupGets",
          "io.warmup.agent.bridge.WarmupStore",
          "io.warmup.agent.bridge.WarmupView",
          "io.warmup.agent.bridge.WarmupPut$Outcome",
          "io.warmup.agent.bridge.WarmupPut$Dropped",
          "io.warmup.agent.bridge.WarmupPut",
          "io.warmup.agent.bridge.WarmupLoad",
          "io.warmup.agent.bridge.WarmupLoaded",
          "io.warmup.agent.bridge.WarmupAttached$Finder",
          "io.warmup.agent.bridge.WarmupAttached$Slot",
          "io.warmup.agent.bridge.WarmupAttached",
          "io.warmup.agent.bridge.WarmupFilling$Finder",
          "io.warmup.agent.bridge.WarmupWrite",
          "io.warmup.agent.bridge.WarmupFilling",
          "io.warmup.agent.bridge.WarmupLookUp",
          "io.warmup.agent.bridge.WarmupSites",
          "io.warmup.agent.bridge.WarmupWrites",
          "io.warmup.agent.bridge.WarmupAnswers",
          "io.warmup.agent.bridge.WarmupKeyspace");

  /** What only the hooks of Redis clients call, in the same order. */
  private static final List<String> REDIS =
      List.of(
          "io.warmup.agent.bridge.WarmupVerb",
          "io.warmup.agent.bridge.WarmupRedis",
          "io.warmup.agent.bridge.WarmupJedis",
          "io.warmup.agent.bridge.WarmupCommand",
          "io.warmup.agent.bridge.WarmupCommand$Key",
          "io.warmup.agent.bridge.WarmupCommand$Elements",
          "io.warmup.agent.bridge.WarmupLettuce");

  private Bridge() {}

  /**
   * Defines what is not there yet; a second agent, or a second attach, finds the first one's.
   *
   * @throws IllegalStateException if the JVM does not let us; nothing can be instrumented then
   */
  public static void install(Instrumentation instrumentation) {
    define(CLASSES, instrumentation);
  }

  /** The same for what hooks of Redis clients call, which few applications need. */
  public static void installRedis(Instrumentation instrumentation) {
    define(REDIS, instrumentation);
  }

  private static synchronized void define(List<String> names, Instrumentation instrumentation) {
    Consumer<byte[]> definer = null;
    boolean any = isDefined(names.get(0));
    for (String name : names) {
      if (any && isDefined(name)) {
        continue;
      }
      if (definer == null) {
        definer = definer(instrumentation);
      }
      definer.accept(OwnJar.classFile(name));
    }
  }

  private static boolean isDefined(String name) {
    try {
      Class.forName(name, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @SuppressWarnings("unchecked")
  private static Consumer<byte[]> definer(Instrumentation instrumentation) {
    return (Consumer<byte[]>) LoneClass.make(BridgeDefiner.class, "java.lang", instrumentation);
  }
}
