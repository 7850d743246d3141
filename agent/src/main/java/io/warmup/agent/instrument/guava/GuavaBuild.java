package io.warmup.agent.instrument.guava;

import io.warmup.agent.bridge.WarmupBuilds;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** The builder's {@code build}: tells of each cache before it returns it. */
final class GuavaBuild extends MethodVisitor {

  private final String prefix;

  GuavaBuild(MethodVisitor next, String prefix) {
    super(Opcodes.ASM9, next);
    this.prefix = prefix;
  }

  /** {@code [cache] → [cache, kind, cache, store] → [cache]}. */
  @Override
  public void visitInsn(int opcode) {
    if (opcode == Opcodes.ARETURN) {
      String manual = prefix + "LocalCache$LocalManualCache";
      super.visitInsn(Opcodes.DUP);
      super.visitLdcInsn("guava");
      super.visitInsn(Opcodes.SWAP);
      super.visitInsn(Opcodes.DUP);
      super.visitTypeInsn(Opcodes.CHECKCAST, manual);
      super.visitFieldInsn(Opcodes.GETFIELD, manual, "localCache", "L" + prefix + "LocalCache;");
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Type.getInternalName(WarmupBuilds.class),
          "built",
          "(Ljava/lang/String;Ljava/lang/Object;Ljava/lang/Object;)V",
          false);
    }
    super.visitInsn(opcode);
  }
}
