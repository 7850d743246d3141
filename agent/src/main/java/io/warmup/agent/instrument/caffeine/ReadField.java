package io.warmup.agent.instrument.caffeine;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Reads up to a call to see which field the cache it is called on comes from. */
final class ReadField extends ClassReader {

  private final String method;
  private final String descriptor;
  private final int offset;
  private final String library;
  private int current;
  private @Nullable String field;

  private ReadField(
      byte[] classFile, String method, String descriptor, int offset, String library) {
    super(classFile);
    this.method = method;
    this.descriptor = descriptor;
    this.offset = offset;
    this.library = library;
    accept(new Methods(), SKIP_DEBUG | SKIP_FRAMES);
  }

  /**
   * {@code Repo.usersById}: the last field of one of the library's types that is read before the
   * call.
   *
   * @param library prefix of internal names
   * @return null if there is none: the cache comes from elsewhere
   */
  static @Nullable String before(
      byte[] classFile, String method, String descriptor, int offset, String library) {
    return new ReadField(classFile, method, descriptor, offset, library).field;
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
      return name.equals(method) && desc.equals(descriptor) ? new Instructions() : null;
    }
  }

  private final class Instructions extends MethodVisitor {
    Instructions() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String desc) {
      boolean read = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
      if (read && current < offset && desc.startsWith("L" + library)) {
        field = CodeLocation.simpleName(owner.replace('/', '.')) + "." + name;
      }
    }
  }
}
