package io.warmup.agent.instrument.redis;

import io.warmup.agent.bridge.WarmupCommand;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What takes the answers to {@code MGET}: told of each value, which it may hand on at once. */
final class LettuceOutput extends LettuceClass {

  private static final String ELEMENTS = "warmupElements";

  LettuceOutput(ClassVisitor next, String self) {
    super(next, self, WarmupCommand.Elements.class, "method set(" + BUFFER + ")V");
  }

  @Override
  MethodVisitor site(String method, MethodVisitor next) {
    return new AtEntry(next) {
      @Override
      void enter() {
        visitVarInsn(Opcodes.ALOAD, 0);
        visitVarInsn(Opcodes.ALOAD, 0);
        getField(this, ELEMENTS, LIST);
        visitVarInsn(Opcodes.ALOAD, 1);
        call(this, "element", "(" + LIST + BUFFER + ")" + LIST);
        putField(this, ELEMENTS, LIST);
      }
    };
  }

  @Override
  void give() {
    addField(ELEMENTS, LIST);
    MethodVisitor code = begin(ELEMENTS, "()" + LIST);
    getField(code, ELEMENTS, LIST);
    end(code, Opcodes.ARETURN);
  }
}
