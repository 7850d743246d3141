package io.warmup.agent.instrument.holder;

import io.warmup.agent.bridge.WarmupBridge;
import io.warmup.agent.bridge.WarmupBuilds;
import io.warmup.agent.instrument.ClassHook;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Tells of each cache that a builder returns, which no manager will have: it is named after who
 * builds it, and is its own holder.
 *
 * @param className the builder, with dots
 * @param descriptor of its method {@code build}, up to the result: the one that the others end in
 * @param kind what its caches are called, for people
 */
record BuildHook(String className, String descriptor, String kind) implements ClassHook {

  @Override
  public Set<String> targets() {
    return Set.of(className.replace('.', '/'));
  }

  @Override
  public byte @Nullable [] rewrite(Target target, byte[] original, Missing missing) {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    Builds builds = new Builds(writer);
    reader.accept(builds, 0);
    if (!builds.found) {
      missing.report(target, "method build" + descriptor, "caches built by it are not found");
      return null;
    }
    return writer.toByteArray();
  }

  private final class Builds extends ClassVisitor {
    private boolean found;

    Builds(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String desc,
        @Nullable String signature,
        String @Nullable [] thrown) {
      MethodVisitor next = super.visitMethod(access, name, desc, signature, thrown);
      if (!name.equals("build")
          || !desc.startsWith(descriptor)
          || (access & Opcodes.ACC_BRIDGE) != 0) {
        return next;
      }
      found = true;
      return new Exit(next);
    }
  }

  private final class Exit extends MethodVisitor {

    Exit(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    /** {@code [cache] → [cache, kind, cache, cache] → [cache, point, cache, []] → [cache]}. */
    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.ARETURN) {
        super.visitInsn(Opcodes.DUP);
        super.visitLdcInsn(kind);
        super.visitInsn(Opcodes.SWAP);
        super.visitInsn(Opcodes.DUP);
        call(
            WarmupBuilds.class,
            "built",
            "(Ljava/lang/String;Ljava/lang/Object;Ljava/lang/Object;)V");
        super.visitInsn(Opcodes.DUP);
        super.visitLdcInsn(HolderHooks.POINT);
        super.visitInsn(Opcodes.SWAP);
        super.visitInsn(Opcodes.ICONST_0);
        super.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        call(
            WarmupBridge.class,
            "reached",
            "(Ljava/lang/String;Ljava/lang/Object;[Ljava/lang/Object;)V");
      }
      super.visitInsn(opcode);
    }

    private void call(Class<?> bridge, String name, String desc) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(bridge), name, desc, false);
    }
  }
}
