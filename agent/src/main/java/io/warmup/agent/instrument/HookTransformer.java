package io.warmup.agent.instrument;

import io.warmup.agent.log.Log;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands the classes that hooks name to those hooks. For all others it is one look-up in a map:
 * nothing of the bytecode library is loaded before a target shows up.
 */
public final class HookTransformer implements ClassFileTransformer {

  private final Map<String, ClassHook> hooks = new HashMap<>();
  private final Log log;

  /** A class has one hook at most; of two hooks that name the same class the first wins. */
  public HookTransformer(Collection<? extends ClassHook> hooks, Log log) {
    for (ClassHook hook : hooks) {
      for (String target : hook.targets()) {
        this.hooks.putIfAbsent(target, hook);
      }
    }
    this.log = log;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> classBeingRedefined,
      @Nullable ProtectionDomain domain,
      byte[] original) {
    ClassHook hook = internalName == null ? null : hooks.get(internalName);
    if (hook == null || internalName == null) {
      return null;
    }
    ClassHook.Target target =
        new ClassHook.Target(internalName, loader, classBeingRedefined != null);
    try {
      return hook.rewrite(target, original, new MissingReport(log, domain));
    } catch (Throwable e) {
      log.warn(
          internalName.replace('/', '.')
              + " could not be instrumented ("
              + e
              + "); it stays as it is, and the agent does without it");
      return null;
    }
  }
}
