package io.warmup.agent.instrument;

import io.warmup.agent.log.Log;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Hands the classes that hooks name to those hooks. For all others it is one look-up in a map:
 * nothing of the bytecode library is loaded before a target shows up.
 */
public final class HookTransformer implements ClassFileTransformer {

  private final Map<String, List<ClassHook>> hooks = new HashMap<>();
  private final Log log;

  /** Hooks that name the same class rewrite it one after the other. */
  public HookTransformer(Collection<? extends ClassHook> hooks, Log log) {
    for (ClassHook hook : hooks) {
      for (String target : hook.targets()) {
        List<ClassHook> same = this.hooks.get(target);
        if (same == null) {
          same = new ArrayList<>(1);
          this.hooks.put(target, same);
        }
        same.add(hook);
      }
    }
    this.log = log;
  }

  /** Whether a hook wants to see the class of that internal name. */
  boolean sees(String internalName) {
    return hooks.containsKey(internalName);
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> classBeingRedefined,
      @Nullable ProtectionDomain domain,
      byte[] original) {
    List<ClassHook> wanting = internalName == null ? null : hooks.get(internalName);
    if (wanting == null || internalName == null) {
      return null;
    }
    ClassHook.Target target =
        new ClassHook.Target(internalName, loader, classBeingRedefined != null);
    byte[] rewritten = null;
    for (ClassHook hook : wanting) {
      byte[] next = rewritten(hook, target, rewritten == null ? original : rewritten, domain);
      rewritten = next == null ? rewritten : next;
    }
    return rewritten;
  }

  private byte @Nullable [] rewritten(
      ClassHook hook, ClassHook.Target target, byte[] bytes, @Nullable ProtectionDomain domain) {
    try {
      return hook.rewrite(target, bytes, new MissingReport(log, domain));
    } catch (Throwable e) {
      log.warn(
          target.internalName().replace('/', '.')
              + " could not be instrumented ("
              + e
              + "); it stays as it is, and the agent does without it");
      return null;
    }
  }
}
