package io.warmup.agent.instrument.caffeine;

import static io.warmup.agent.instrument.caffeine.CaffeineNames.BUILDS;

import io.warmup.agent.instrument.MethodRewriter;
import io.warmup.agent.instrument.MethodRewriter.Method;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The builder: tells of each cache before {@code build} and {@code buildAsync} return it. */
final class BuilderClass implements MethodRewriter.Choice {

  private final CaffeineNames names;

  BuilderClass(CaffeineNames names) {
    this.names = names;
  }

  @Override
  public MethodVisitor through(Method method, MethodVisitor next) {
    return switch (method.name()) {
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
