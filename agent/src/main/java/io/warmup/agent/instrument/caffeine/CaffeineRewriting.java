package io.warmup.agent.instrument.caffeine;

import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.MethodRewriter;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import org.jspecify.annotations.Nullable;

/** What becomes of each class of Caffeine, of whatever release and in whatever package. */
final class CaffeineRewriting {

  private static final String CONSEQUENCE =
      "the get path of this library's caches is not recorded completely";

  private final CaffeineNames names;

  CaffeineRewriting(CaffeineNames names) {
    this.names = names;
  }

  /**
   * Rewrites one of the targets.
   *
   * @return the new bytes, or null to leave the class as it is
   */
  byte @Nullable [] rewritten(ClassHook.Target target, byte[] original, ClassHook.Missing missing) {
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

  private @Nullable ClassVisitor visitor(
      ClassHook.Target target, byte[] original, ClassWriter writer) {
    String name = target.internalName();
    if (name.equals(names.node())) {
      return target.beingRedefined() ? null : new NodeClass(writer);
    }
    if (names.queued().contains(name)) {
      String queueType = target.beingRedefined() ? null : QueueTypeField.in(original);
      return queueType == null ? null : new EntryClass(writer, queueType);
    }
    return new StatsClass(leadingToStore(target, writer), names);
  }

  private ClassVisitor leadingToStore(ClassHook.Target target, ClassWriter writer) {
    return target.beingRedefined() || !target.internalName().endsWith("$AsyncAsMapView")
        ? writer
        : new ViewClass(writer, names);
  }

  private byte @Nullable [] store(
      ClassHook.Target target, ClassReader reader, ClassWriter writer, ClassHook.Missing missing) {
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
