package io.warmup.agent.instrument.guava;

import io.warmup.agent.bridge.WarmupBuilds;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/** The builder: tells of each cache before {@code build} returns it. */
final class GuavaBuilder extends ClassVisitor {

  private final String prefix;

  GuavaBuilder(ClassVisitor next, String prefix) {
    super(Opcodes.ASM9, next);
    this.prefix = prefix;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] thrown) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
    return name.equals("build") ? new Exit(next) : next;
  }

  private final class Exit extends MethodVisitor {

    Exit(MethodVisitor next) {
      super(Opcodes.ASM9, next);
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
}
