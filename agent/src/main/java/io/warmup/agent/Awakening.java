package io.warmup.agent;

import io.warmup.agent.bridge.WarmupBridge;
import io.warmup.agent.bridge.WarmupBuilds;
import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.guard.ArchiveDump;
import io.warmup.agent.guard.Jvm;
import io.warmup.agent.instrument.Bridge;
import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.HookTransformer;
import io.warmup.agent.instrument.RelocatedCopies;
import io.warmup.agent.instrument.RuntimeArguments;
import io.warmup.agent.instrument.caffeine.BuildSites;
import io.warmup.agent.instrument.caffeine.CaffeineHook;
import io.warmup.agent.instrument.guava.GuavaHook;
import io.warmup.agent.instrument.holder.HolderHooks;
import io.warmup.agent.lifecycle.HookedMethod;
import io.warmup.agent.lifecycle.PlainMethod;
import io.warmup.agent.lifecycle.ReadinessMethod;
import io.warmup.agent.lifecycle.RunningPoint;
import io.warmup.agent.log.Log;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.thread.AgentThreads;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes everything ready once the first class shows up that concerns the agent. */
final class Awakening implements Supplier<@Nullable ClassFileTransformer> {

  private final @Nullable String arguments;
  private final Instrumentation instrumentation;
  private final @Nullable PlainMethod own;
  private final boolean attached;
  private final long premain;

  /**
   * @param own the application's own readiness method, if one is foreseen
   * @param attached the application runs already
   * @param premain nanoseconds that premain took
   */
  Awakening(
      @Nullable String arguments,
      Instrumentation instrumentation,
      @Nullable PlainMethod own,
      boolean attached,
      long premain) {
    this.arguments = arguments;
    this.instrumentation = instrumentation;
    this.own = own;
    this.attached = attached;
    this.premain = premain;
  }

  /** Null: nothing is to be done in this JVM, and it has been said why. */
  @Override
  public @Nullable ClassFileTransformer get() {
    Log log = new Log();
    try {
      return hooks(log);
    } catch (Throwable e) {
      log.warn("could not start (" + e + "): the application starts without a warm-up");
      return null;
    }
  }

  private @Nullable ClassFileTransformer hooks(Log log) {
    long begun = System.nanoTime();
    Jvm jvm = Jvm.current(() -> RuntimeArguments.of(instrumentation));
    String objection = new ArchiveDump().objection(jvm);
    if (objection != null) {
      log.warn(objection);
      return null;
    }
    Configuration configuration = Configuration.loading(arguments, log);
    // Touched here, it is there before a hook runs inside its own class loading.
    ThreadLocalRandom.current();
    Bridge.install(instrumentation);
    BuildSites sites = new BuildSites();
    Recorder recorder = new Recorder(sites, Clock.systemUTC());
    WarmupBuilds.listen(recorder::built);
    List<HookedMethod> readiness = readinessMethods();
    Duration taken = Duration.ofNanos(System.nanoTime() - begun);
    CacheHolders holders = new CacheHolders();
    OwnOverhead overhead =
        new OwnOverhead(Duration.ofNanos(premain), taken, recorder, instrumentation::getObjectSize);
    Arrivals arrivals = new Arrivals(readiness, configuration, recorder, holders, overhead, log);
    Attachment attachment =
        attached ? new Attachment(configuration, arrivals, recorder, log) : null;
    BiConsumer<String, Object[]> told = attachment == null ? arrivals : attachment;
    if (!WarmupBridge.listen(HolderHooks.listener(holders::made, told))) {
      log.warn("finds another copy of itself at work: that one works, this one does nothing");
      return null;
    }
    RelocatedCopies transformer =
        new RelocatedCopies(
            new HookTransformer(
                new KnownHooks(readiness, () -> listsRedisCaches(configuration)), log),
            carried(),
            configuration::recordPrefixes,
            sites::add,
            log);
    if (attachment != null) {
      attachment.begin(instrumentation, transformer);
    } else {
      AgentThreads.start("warmup-patience", arrivals::awaitFirst);
    }
    return transformer;
  }

  /** Where it does, what their hooks call is there from then on. */
  private boolean listsRedisCaches(Configuration configuration) {
    boolean any = configuration.listsRedisCaches();
    if (any) {
      Bridge.installRedis(instrumentation);
    }
    return any;
  }

  private List<HookedMethod> readinessMethods() {
    List<HookedMethod> methods = new ArrayList<>();
    if (own != null) {
      methods.add(own);
    }
    methods.addAll(List.of(ReadinessMethod.values()));
    if (attached) {
      methods.addAll(List.of(RunningPoint.values()));
    }
    return methods;
  }

  /** Libraries that others carry, by a class that no other library has. */
  private static Map<String, Function<String, ClassHook>> carried() {
    return Map.of("BoundedLocalCache", CaffeineHook::new, "LocalCache$Segment", GuavaHook::new);
  }
}
