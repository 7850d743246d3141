package io.warmup.agent.instrument.caffeine;

import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.MethodRewriter;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import org.jspecify.annotations.Nullable;

/**
 * Makes Caffeine 2.9 to 3.x record its get path. Fields can only be added while a class loads: in a
 * copy that was loaded before the agent came, calls alone are inserted when it is retransformed.
 * Gets are counted as exactly there, but find their record by identity; which warmed keys are used
 * is known, what was evicted or expired is not.
 */
public final class CaffeineHook implements ClassHook {

  /** Where Caffeine's own classes are. */
  public static final String PREFIX = "com/github/benmanes/caffeine/cache/";

  /** What its caches are called. */
  static final String KIND = "caffeine";

  private static final String CONSEQUENCE =
      "the get path of this library's caches is not recorded completely";

  private final CaffeineNames names;
  private final Set<String> statsSites;
  private final Set<String> queued;

  /** For Caffeine itself. */
  public CaffeineHook() {
    this(PREFIX);
  }

  /**
   * For a copy that another library carries.
   *
   * @param prefix of its classes, with slashes, ending with one
   */
  public CaffeineHook(String prefix) {
    names = new CaffeineNames(prefix);
    queued = names.queued();
    statsSites =
        Set.of(
            prefix + "LocalAsyncCache",
            prefix + "LocalAsyncCache$AbstractCacheView",
            prefix + "LocalAsyncCache$AsMapView",
            prefix + "LocalAsyncCache$AsyncAsMapView",
            prefix + "LocalLoadingCache");
  }

  @Override
  public Set<String> targets() {
    Set<String> targets = new HashSet<>(statsSites);
    targets.addAll(queued);
    targets.add(names.builder());
    targets.add(names.bounded());
    targets.add(names.unbounded());
    targets.add(names.node());
    targets.add(names.localCache());
    return targets;
  }

  @Override
  public byte @Nullable [] rewrite(Target target, byte[] original, Missing missing) {
    String name = target.internalName();
    if (name.equals(names.builder())) {
      return MethodRewriter.rewritten(original, new BuilderClass(names));
    }
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    if (name.equals(names.bounded()) || name.equals(names.unbounded())) {
      return store(target, reader, writer, missing);
    }
    ClassVisitor visitor = visitor(target, original, writer);
    if (visitor == null) {
      return null;
    }
    reader.accept(visitor, 0);
    return writer.toByteArray();
  }

  private @Nullable ClassVisitor visitor(Target target, byte[] original, ClassWriter writer) {
    String name = target.internalName();
    if (name.equals(names.node())) {
      return target.beingRedefined() ? null : new NodeClass(writer);
    }
    if (queued.contains(name)) {
      String queueType = target.beingRedefined() ? null : QueueTypeField.in(original);
      return queueType == null ? null : new EntryClass(writer, queueType);
    }
    return new StatsClass(leadingToStore(target, writer), names);
  }

  private ClassVisitor leadingToStore(Target target, ClassWriter writer) {
    return target.beingRedefined() || !target.internalName().endsWith("$AsyncAsMapView")
        ? writer
        : new ViewClass(writer, names);
  }

  private byte @Nullable [] store(
      Target target, ClassReader reader, ClassWriter writer, Missing missing) {
    boolean bounded = target.internalName().equals(names.bounded());
    StoreClass store =
        new StoreClass(
            writer,
            names,
            bounded,
            target.beingRedefined(),
            what -> missing.report(target, what, CONSEQUENCE));
    reader.accept(store, 0);
    return store.isComplete() ? writer.toByteArray() : null;
  }
}
