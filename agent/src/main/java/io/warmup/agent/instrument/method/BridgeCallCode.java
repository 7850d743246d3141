package io.warmup.agent.instrument.method;

import io.warmup.agent.bridge.WarmupBridge;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The instructions that tell the bridge of a method's entry. Of the bytecode library only constants
 * are used, which the compiler copies.
 */
final class BridgeCallCode {

  /** Point, this, array, and for each element the array again, its index and the argument. */
  static final int STACK = 6;

  private static final int LDC_W = 19;

  private final ClassBytes file;
  private final int point;
  private final int object;
  private final int reached;

  /** Adds the constants that the call needs. */
  BridgeCallCode(ClassBytes file, ConstantPool pool, String point) {
    this.file = file;
    this.point = pool.addString(point);
    this.object = pool.addClass("java/lang/Object");
    this.reached =
        pool.addMethod(
            WarmupBridge.class.getName().replace('.', '/'), "reached", MethodHook.REACHED);
  }

  /**
   * For one method.
   *
   * @param descriptor where its characters are in the class file
   */
  byte[] of(int access, int descriptor) {
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    ByteArrayOutputStream elements = new ByteArrayOutputStream(64);
    int count = storeReferences(descriptor, isStatic ? 0 : 1, elements);

    ByteArrayOutputStream code = new ByteArrayOutputStream(96);
    instruction(code, LDC_W, point);
    if (isStatic) {
      code.write(Opcodes.ACONST_NULL);
    } else {
      code.write(Opcodes.ALOAD);
      code.write(0);
    }
    instruction(code, Opcodes.SIPUSH, count);
    instruction(code, Opcodes.ANEWARRAY, object);
    code.writeBytes(elements.toByteArray());
    instruction(code, Opcodes.INVOKESTATIC, reached);
    return padded(code.toByteArray());
  }

  /**
   * Primitive arguments are left null: no point needs them.
   *
   * @return how many arguments there are
   */
  private int storeReferences(int descriptor, int firstLocal, ByteArrayOutputStream code) {
    int count = 0;
    int local = firstLocal;
    int at = descriptor + 1;
    while (file.u1(at) != ')') {
      int kind = file.u1(at);
      if (kind == 'L' || kind == '[') {
        code.write(Opcodes.DUP);
        instruction(code, Opcodes.SIPUSH, count);
        code.write(Opcodes.ALOAD);
        code.write(local);
        code.write(Opcodes.AASTORE);
      }
      count++;
      local += kind == 'J' || kind == 'D' ? 2 : 1;
      at = afterType(at);
    }
    return count;
  }

  private int afterType(int type) {
    int at = type;
    while (file.u1(at) == '[') {
      at++;
    }
    if (file.u1(at) == 'L') {
      while (file.u1(at) != ';') {
        at++;
      }
    }
    return at + 1;
  }

  private static void instruction(ByteArrayOutputStream code, int opcode, int operand) {
    code.write(opcode);
    code.write(operand >> 8);
    code.write(operand);
  }

  /**
   * The operands of a switch are aligned to four bytes from the method's start (JVMS 6.5,
   * tableswitch): what is moved by a multiple of four needs no new padding. A nop is 0.
   */
  private static byte[] padded(byte[] code) {
    return Arrays.copyOf(code, code.length + 3 & ~3);
  }
}
