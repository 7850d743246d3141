package io.warmup.agent.instrument.caffeine;

import static io.warmup.agent.instrument.caffeine.CaffeineNames.FLAG_FIELD;
import static io.warmup.agent.instrument.caffeine.CaffeineNames.NODE;

import java.util.Arrays;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** An entry: one byte more, and its accessors. */
final class NodeClass extends ClassVisitor {

  private String name = "";

  NodeClass(ClassVisitor next) {
    super(Opcodes.ASM9, next);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      String superName,
      String[] interfaces) {
    this.name = name;
    String[] more = Arrays.copyOf(interfaces, interfaces.length + 1);
    more[interfaces.length] = NODE;
    super.visit(version, access, name, signature, superName, more);
  }

  @Override
  public void visitEnd() {
    int access = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_TRANSIENT;
    super.visitField(access, FLAG_FIELD, "B", null, null).visitEnd();
    getter();
    setter();
    super.visitEnd();
  }

  private void getter() {
    MethodVisitor code = method("()B");
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, name, FLAG_FIELD, "B");
    code.visitInsn(Opcodes.IRETURN);
    end(code);
  }

  private void setter() {
    MethodVisitor code = method("(B)V");
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ILOAD, 1);
    code.visitFieldInsn(Opcodes.PUTFIELD, name, FLAG_FIELD, "B");
    code.visitInsn(Opcodes.RETURN);
    end(code);
  }

  private MethodVisitor method(String descriptor) {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
    MethodVisitor code = super.visitMethod(access, FLAG_FIELD, descriptor, null, null);
    code.visitCode();
    return code;
  }

  private static void end(MethodVisitor code) {
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
