package io.warmup.agent.instrument.caffeine;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Finds in a class file the call that builds a cache: the one at the very offset, else the first
 * one of the line. The running class may not be what the file has: JaCoCo and others insert code,
 * which moves every offset but keeps the line numbers.
 */
final class BuildCall extends MethodVisitor {

  private final OneMethod method;
  private final String called;
  private final int offset;
  private final int line;
  private int currentLine = -1;
  private int found = -1;

  private BuildCall(OneMethod method, String called, int offset, int line) {
    super(Opcodes.ASM9);
    this.method = method;
    this.called = called;
    this.offset = offset;
    this.line = line;
  }

  /**
   * Its offset in the file; -1 if there is no such call.
   *
   * @param called what the called method's name begins with
   * @param offset in the running class
   * @param line in both; negative: not known
   */
  static int offset(OneMethod method, String called, int offset, int line) {
    BuildCall call = new BuildCall(method, called, offset, line);
    method.read(call);
    return call.found;
  }

  @Override
  public void visitLineNumber(int number, Label start) {
    currentLine = number;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String desc, boolean isInterface) {
    boolean onTheLine = line < 0 || currentLine < 0 || currentLine == line;
    if (name.startsWith(called) && onTheLine && (found < 0 || method.offset() == offset)) {
      found = method.offset();
    }
  }
}
