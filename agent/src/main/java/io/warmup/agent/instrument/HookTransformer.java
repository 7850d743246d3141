package io.warmup.agent.instrument;

import io.warmup.agent.log.Log;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Hands the classes that hooks name to those hooks. For all others it is one look-up in a map:
 * nothing of the bytecode library is loaded before a target shows up, and no hook before a class of
 * its package does.
 */
public final class HookTransformer implements ClassFileTransformer {

  private final Function<String, ? extends Collection<? extends ClassHook>> hooksIn;
  private final Map<String, Map<String, List<ClassHook>>> packages = new ConcurrentHashMap<>();
  private final Log log;

  /**
   * Hooks that name the same class rewrite it one after the other.
   *
   * @param hooksIn makes the hooks whose targets are in a package (with slashes, ending with one);
   *     asked on the thread that loads a class of it, by several at once
   */
  public HookTransformer(
      Function<String, ? extends Collection<? extends ClassHook>> hooksIn, Log log) {
    this.hooksIn = hooksIn;
    this.log = log;
  }

  /** Whether a hook wants to see the class of that internal name. */
  boolean sees(String internalName) {
    return !hooks(internalName).isEmpty();
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> classBeingRedefined,
      @Nullable ProtectionDomain domain,
      byte[] original) {
    if (internalName == null) {
      return null;
    }
    byte[] rewritten = null;
    for (ClassHook hook : hooks(internalName)) {
      byte[] next =
          rewritten(
              hook,
              new ClassHook.Target(internalName, loader, classBeingRedefined != null),
              rewritten == null ? original : rewritten,
              domain);
      rewritten = next == null ? rewritten : next;
    }
    return rewritten;
  }

  private List<ClassHook> hooks(String internalName) {
    String inPackage = internalName.substring(0, internalName.lastIndexOf('/') + 1);
    Map<String, List<ClassHook>> byTarget = packages.get(inPackage);
    if (byTarget == null) {
      byTarget = byTarget(hooksIn.apply(inPackage));
      packages.put(inPackage, byTarget);
    }
    return byTarget.getOrDefault(internalName, List.of());
  }

  private static Map<String, List<ClassHook>> byTarget(Collection<? extends ClassHook> hooks) {
    if (hooks.isEmpty()) {
      return Map.of();
    }
    Map<String, List<ClassHook>> byTarget = new HashMap<>();
    for (ClassHook hook : hooks) {
      for (String target : hook.targets()) {
        List<ClassHook> same = byTarget.get(target);
        if (same == null) {
          same = new ArrayList<>(1);
          byTarget.put(target, same);
        }
        same.add(hook);
      }
    }
    return byTarget;
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
