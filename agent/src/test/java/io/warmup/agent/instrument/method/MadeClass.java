package io.warmup.agent.instrument.method;

import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** A class with one static method, as no compiler of today makes it. */
final class MadeClass {

  static final String NAME = "Made";

  private MadeClass() {}

  interface Code {
    void to(MethodVisitor code);
  }

  static byte[] of(int version, String descriptor, Code body) {
    return of(new ClassWriter(0), version, descriptor, body);
  }

  private static byte[] of(ClassWriter writer, int version, String descriptor, Code body) {
    int flags = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    writer.visit(version, Opcodes.ACC_PUBLIC, NAME, null, "java/lang/Object", null);
    MethodVisitor code = writer.visitMethod(flags, "made", descriptor, null, null);
    code.visitCode();
    body.to(code);
    code.visitMaxs(1, 255);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  static byte[] ofLength(int length) {
    return of(
        Opcodes.V17,
        "()Ljava/lang/String;",
        code -> {
          for (int i = 0; i < length - 2; i++) {
            code.visitInsn(Opcodes.NOP);
          }
          code.visitInsn(Opcodes.ACONST_NULL);
          code.visitInsn(Opcodes.ARETURN);
        });
  }

  static byte[] withConstants(int count) {
    int others = constants(withNumbers(0));
    return withNumbers(count - others);
  }

  private static byte[] withNumbers(int count) {
    ClassWriter writer = new ClassWriter(0);
    for (int i = 0; i < count; i++) {
      writer.newConst(i);
    }
    return of(
        writer,
        Opcodes.V17,
        "()Ljava/lang/String;",
        code -> {
          code.visitInsn(Opcodes.ACONST_NULL);
          code.visitInsn(Opcodes.ARETURN);
        });
  }

  private static int constants(byte[] classFile) {
    return (classFile[8] & 0xff) << 8 | classFile[9] & 0xff;
  }
}
