package io.warmup.agent.instrument.caffeine;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Reads one method of a class file, and knows where in it the reading is. */
final class OneMethod extends ClassReader {

  private final String name;
  private final String descriptor;
  private int offset;

  OneMethod(byte[] classFile, String name, String descriptor) {
    super(classFile);
    this.name = name;
    this.descriptor = descriptor;
  }

  /** Of the instruction that is being read. */
  int offset() {
    return offset;
  }

  void read(MethodVisitor instructions) {
    accept(new Chosen(instructions), SKIP_FRAMES);
  }

  @Override
  protected void readBytecodeInstructionOffset(int bytecodeOffset) {
    offset = bytecodeOffset;
  }

  private final class Chosen extends ClassVisitor {
    private final MethodVisitor instructions;

    Chosen(MethodVisitor instructions) {
      super(Opcodes.ASM9);
      this.instructions = instructions;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String method,
        String methodDescriptor,
        @Nullable String signature,
        String @Nullable [] thrown) {
      return method.equals(name) && methodDescriptor.equals(descriptor) ? instructions : null;
    }
  }
}
