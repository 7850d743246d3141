package io.warmup.agent;

import io.warmup.agent.bridge.WarmupBridge;
import io.warmup.agent.bridge.WarmupBuilds;
import io.warmup.agent.config.source.EnabledSwitch;
import io.warmup.agent.guard.Guard;
import io.warmup.agent.guard.Jvm;
import io.warmup.agent.instrument.Bridge;
import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.HookTransformer;
import io.warmup.agent.instrument.MethodHook;
import io.warmup.agent.instrument.caffeine.BuildSites;
import io.warmup.agent.instrument.caffeine.CaffeineHook;
import io.warmup.agent.lifecycle.ForeseenMethod;
import io.warmup.agent.lifecycle.HookedMethod;
import io.warmup.agent.lifecycle.PlainMethod;
import io.warmup.agent.lifecycle.ReadinessMethod;
import io.warmup.agent.lifecycle.RunningPoint;
import io.warmup.agent.log.Log;
import io.warmup.agent.recorder.Recorder;
import java.lang.instrument.Instrumentation;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The one place that wires the parts. */
public final class WarmupAgent {

  private final Log log = new Log();

  private WarmupAgent() {}

  /**
   * Called by {@code Premain}, once a flag.
   *
   * @param arguments behind the {@code =} of the flag; may be null
   * @param attached the application runs already
   */
  public static void start(
      @Nullable String arguments, Instrumentation instrumentation, boolean attached) {
    long begun = System.nanoTime();
    if (EnabledSwitch.isOn(arguments)) {
      new WarmupAgent().arm(arguments, instrumentation, attached, begun);
    }
  }

  private void arm(
      @Nullable String arguments, Instrumentation instrumentation, boolean attached, long begun) {
    Jvm jvm = Jvm.current();
    for (Guard guard : Guard.ALL) {
      String objection = guard.objection(jvm);
      if (objection != null) {
        if (!objection.isEmpty()) {
          log.warn(objection);
        }
        return;
      }
    }
    // Touched here, it is there before a transformer runs inside its own class loading.
    ThreadLocalRandom.current();
    Bridge.install(instrumentation);
    Recorder recorder = new Recorder(new BuildSites(), Clock.systemUTC());
    WarmupBuilds.listen(recorder::built);
    List<HookedMethod> readiness = readinessMethods(arguments);
    if (attached) {
      readiness.addAll(List.of(RunningPoint.values()));
    }
    HookTransformer transformer = new HookTransformer(hooks(readiness), log);
    instrumentation.addTransformer(transformer, true);
    Configuration configuration = Configuration.loading(arguments, log);
    Duration premain = Duration.ofNanos(System.nanoTime() - begun);
    Arrivals arrivals = new Arrivals(readiness, configuration, recorder, premain, log);
    Attachment attachment = new Attachment(configuration, arrivals, recorder, log);
    if (!WarmupBridge.listen(attached ? attachment : arrivals)) {
      log.warn("finds another copy of itself at work: that one works, this one does nothing");
    } else if (attached) {
      attachment.begin(instrumentation, transformer);
    }
  }

  private static List<HookedMethod> readinessMethods(@Nullable String arguments) {
    List<HookedMethod> methods = new ArrayList<>();
    PlainMethod own = ForeseenMethod.find(arguments);
    if (own != null) {
      methods.add(own);
    }
    methods.addAll(List.of(ReadinessMethod.values()));
    return methods;
  }

  private static List<ClassHook> hooks(List<HookedMethod> readiness) {
    List<ClassHook> hooks = new ArrayList<>(List.of(new CaffeineHook()));
    for (HookedMethod method : readiness) {
      if (method.method().isEmpty()) {
        continue;
      }
      hooks.add(
          new MethodHook(
              method.className(),
              method.method(),
              method.descriptor(),
              method.atExit() ? MethodHook.When.EXIT : MethodHook.When.ENTRY,
              method.name(),
              "the application is not warmed"));
    }
    return hooks;
  }
}
