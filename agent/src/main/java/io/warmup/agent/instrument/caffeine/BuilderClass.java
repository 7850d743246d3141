package io.warmup.agent.instrument.caffeine;

import static io.warmup.agent.instrument.caffeine.CaffeineNames.BUILDS;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** The builder: tells of each cache before {@code build} and {@code buildAsync} return it. */
final class BuilderClass extends ClassVisitor {

  private final CaffeineNames names;

  BuilderClass(ClassVisitor next, CaffeineNames names) {
    super(Opcodes.ASM9, next);
    this.names = names;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] thrown) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
    return switch (name) {
      case "build" -> new Exit(next, "LocalManualCache");
      case "buildAsync" -> new Exit(next, "LocalAsyncCache");
      default -> next;
    };
  }

  private final class Exit extends MethodVisitor {
    private final String cacheClass;
    private boolean creates;

    Exit(MethodVisitor next, String cacheClass) {
      super(Opcodes.ASM9, next);
      this.cacheClass = names.prefix() + cacheClass;
    }

    /** One overload calls another: only the one that makes the cache tells of it. */
    @Override
    public void visitTypeInsn(int opcode, String type) {
      creates |= opcode == Opcodes.NEW && type.contains("LocalCache$");
      super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.ARETURN && creates) {
        super.visitInsn(Opcodes.DUP);
        super.visitLdcInsn(CaffeineHook.KIND);
        super.visitInsn(Opcodes.SWAP);
        super.visitInsn(Opcodes.DUP);
        super.visitTypeInsn(Opcodes.CHECKCAST, cacheClass);
        super.visitMethodInsn(
            Opcodes.INVOKEINTERFACE, cacheClass, "cache", "()" + names.type("LocalCache"), true);
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            BUILDS,
            "built",
            "(Ljava/lang/String;Ljava/lang/Object;Ljava/lang/Object;)V",
            false);
      }
      super.visitInsn(opcode);
    }
  }
}
