package io.warmup.agent.instrument.holder;

import io.warmup.agent.bridge.WarmupBridge;
import io.warmup.agent.bridge.WarmupBuilds;
import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.MethodRewriter;
import io.warmup.agent.instrument.MethodRewriter.Method;
import java.util.Set;
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
    byte[] rewritten =
        MethodRewriter.rewritten(
            original, (method, next) -> builds(method) ? new Exit(next) : next);
    if (rewritten == null) {
      missing.report(target, "method build" + descriptor, "caches built by it are not found");
    }
    return rewritten;
  }

  private boolean builds(Method method) {
    return method.name().equals("build")
        && method.descriptor().startsWith(descriptor)
        && !method.hasAny(Opcodes.ACC_BRIDGE);
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
