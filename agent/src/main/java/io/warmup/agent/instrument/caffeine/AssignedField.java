package io.warmup.agent.instrument.caffeine;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Reads on from a call to see what its result is assigned to. */
final class AssignedField extends ClassReader {

  private final String method;
  private final String descriptor;
  private final int offset;
  private int current;
  private boolean inMethod;
  private boolean ended;
  private int local = -1;
  private boolean loaded = true;
  private @Nullable String field;
  private boolean returned;

  private AssignedField(byte[] classFile, String method, String descriptor, int offset) {
    super(classFile);
    this.method = method;
    this.descriptor = descriptor;
    this.offset = offset;
    accept(new Methods(), SKIP_DEBUG | SKIP_FRAMES);
  }

  /** The field's name; null if the result goes elsewhere. */
  static @Nullable String after(byte[] classFile, String method, String descriptor, int offset) {
    return new AssignedField(classFile, method, descriptor, offset).field;
  }

  /** Whether the method returns the result. */
  static boolean isReturned(byte[] classFile, String method, String descriptor, int offset) {
    return new AssignedField(classFile, method, descriptor, offset).returned;
  }

  @Override
  protected void readBytecodeInstructionOffset(int bytecodeOffset) {
    current = bytecodeOffset;
  }

  private boolean reading() {
    return inMethod && current > offset && !ended;
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
      inMethod = name.equals(method) && desc.equals(descriptor);
      return inMethod ? new Instructions() : null;
    }
  }

  /** Follows the result through at most one local variable. */
  private final class Instructions extends MethodVisitor {
    Instructions() {
      super(Opcodes.ASM9);
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
}
