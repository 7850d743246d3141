package io.warmup.agent.instrument.caffeine;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Reads on from a call to see what its result is assigned to, through at most one local variable.
 */
final class AssignedField extends MethodVisitor {

  private final OneMethod method;
  private final int offset;
  private boolean ended;
  private int local = -1;
  private boolean loaded = true;
  private @Nullable String field;
  private boolean returned;

  private AssignedField(OneMethod method, int offset) {
    super(Opcodes.ASM9);
    this.method = method;
    this.offset = offset;
  }

  /** The field's name; null if the result goes elsewhere. */
  static @Nullable String after(OneMethod method, int offset) {
    return read(method, offset).field;
  }

  /** Whether the method returns the result. */
  static boolean isReturned(OneMethod method, int offset) {
    return read(method, offset).returned;
  }

  private static AssignedField read(OneMethod method, int offset) {
    AssignedField assigned = new AssignedField(method, offset);
    method.read(assigned);
    return assigned;
  }

  private boolean reading() {
    return method.offset() > offset && !ended;
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String desc) {
    if (reading() && loaded && (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC)) {
      field = name;
      ended = true;
    }
  }

  @Override
  public void visitVarInsn(int opcode, int index) {
    if (!reading()) {
      return;
    }
    if (opcode == Opcodes.ASTORE && local < 0) {
      local = index;
      loaded = false;
    } else if (opcode == Opcodes.ALOAD && index == local) {
      loaded = true;
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (reading() && opcode == Opcodes.ARETURN && loaded) {
      returned = true;
      ended = true;
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String desc, boolean isInterface) {
    if (reading() && loaded) {
      // Handed to another method: whose field it becomes is not to be seen here.
      ended = local < 0;
      loaded = false;
    }
  }
}
