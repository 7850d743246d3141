package io.warmup.agent.instrument.method;

/**
 * A method's code that others are put before. Its jumps are relative and stay; what names an
 * instruction by its offset is moved (JVMS 4.7.3).
 */
final class MovedCode {

  private static final int MOST = 0xffff;

  private static final byte[] LINES = ConstantPool.utf8("LineNumberTable");
  private static final byte[] VARIABLES = ConstantPool.utf8("LocalVariableTable");
  private static final byte[] VARIABLE_TYPES = ConstantPool.utf8("LocalVariableTypeTable");
  private static final byte[] FRAMES = ConstantPool.utf8("StackMapTable");

  private final ClassBytes file;
  private final ConstantPool pool;
  private final int code;
  private final int by;

  /**
   * Of one method.
   *
   * @param code where its Code attribute is
   * @param by how far its instructions move
   */
  MovedCode(ClassBytes file, ConstantPool pool, int code, int by) {
    this.file = file;
    this.pool = pool;
    this.code = code;
    this.by = by;
  }

  /**
   * Puts instructions before it.
   *
   * @param stack how much of the operand stack they take
   * @throws UnsupportedOperationException if the code gets too long, or something is attached to it
   *     that may hold offsets
   */
  void precededBy(byte[] instructions, int stack) {
    int before = file.length();
    int length = file.u4(code + 10) + by;
    if (length > MOST) {
      throw new UnsupportedOperationException(length + " bytes of code");
    }
    file.putU2(code + 6, Math.max(stack, file.u2(code + 6)));
    file.putU4(code + 10, length);
    file.insert(code + 14, instructions);
    moveAttributes(moveHandlers(code + 14 + length));
    file.putU4(code + 2, file.u4(code + 2) + file.length() - before);
  }

  /**
   * What the inserted instructions throw is not for the method to handle, even where it handles
   * what its first one throws.
   */
  private int moveHandlers(int handlers) {
    int end = handlers + 2 + 8 * file.u2(handlers);
    for (int at = handlers + 2; at < end; at += 8) {
      file.addToU2(at, by);
      file.addToU2(at + 2, by);
      file.addToU2(at + 4, by);
    }
    return end;
  }

  private void moveAttributes(int attributes) {
    int at = attributes + 2;
    for (int i = file.u2(attributes); i > 0; i--) {
      int name = file.u2(at);
      if (pool.is(name, LINES)) {
        moveLines(at + 6);
      } else if (pool.is(name, VARIABLES) || pool.is(name, VARIABLE_TYPES)) {
        moveVariables(at + 6);
      } else if (pool.is(name, FRAMES)) {
        int before = file.length();
        new MovedFrames(file, by).move(at + 6);
        file.putU4(at + 2, file.u4(at + 2) + file.length() - before);
      } else {
        throw new UnsupportedOperationException("attribute of code");
      }
      at += 6 + file.u4(at + 2);
    }
  }

  /** JVMS 4.7.12. */
  private void moveLines(int lines) {
    int end = lines + 2 + 4 * file.u2(lines);
    for (int at = lines + 2; at < end; at += 4) {
      file.addToU2(at, by);
    }
  }

  /** JVMS 4.7.13 and 4.7.14. Arguments are there from the start, so in what was inserted too. */
  private void moveVariables(int variables) {
    int end = variables + 2 + 10 * file.u2(variables);
    for (int at = variables + 2; at < end; at += 10) {
      file.addToU2(file.u2(at) == 0 ? at + 2 : at, by);
    }
  }
}
