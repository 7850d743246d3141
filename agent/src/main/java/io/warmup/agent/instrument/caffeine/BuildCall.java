package io.warmup.agent.instrument.caffeine;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a class file the call that builds a cache. The running class may not be what the file
 * has: JaCoCo and others insert code, which moves every offset but keeps the line numbers.
 */
final class BuildCall extends ClassReader {

  private final String method;
  private final String descriptor;
  private final int offset;
  private final int line;
  private int current;
  private int currentLine = -1;
  private int found = -1;

  private BuildCall(byte[] classFile, String method, String descriptor, int offset, int line) {
    super(classFile);
    this.method = method;
    this.descriptor = descriptor;
    this.offset = offset;
    this.line = line;
    accept(new Methods(), SKIP_FRAMES);
  }

  /**
   * Its offset in the file.
   *
   * @param offset in the running class
   * @param line in both; negative: not known
   */
  static int offset(byte[] classFile, String method, String descriptor, int offset, int line) {
    int found = new BuildCall(classFile, method, descriptor, offset, line).found;
    return found < 0 ? offset : found;
  }

  @Override
  protected void readBytecodeInstructionOffset(int bytecodeOffset) {
    current = bytecodeOffset;
  }

  private final class Methods extends ClassVisitor {
    Methods() {
      super(Opcodes.ASM9);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String desc,
        @Nullable String signature,
        String @Nullable [] thrown) {
      return name.equals(method) && desc.equals(descriptor) ? new Calls() : null;
    }
  }

  /** The one at the very offset, else the first one of the line. */
  private final class Calls extends MethodVisitor {
    Calls() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      currentLine = number;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String desc, boolean isInterface) {
      boolean onTheLine = line < 0 || currentLine < 0 || currentLine == line;
      if (name.startsWith("build") && onTheLine && (found < 0 || current == offset)) {
        found = current;
      }
    }
  }
}
