package io.warmup.agent.instrument.caffeine;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Reads up to a call to see which field the cache it is called on comes from. */
final class ReadField extends MethodVisitor {

  private final OneMethod method;
  private final int offset;
  private final String library;
  private @Nullable String field;

  private ReadField(OneMethod method, int offset, String library) {
    super(Opcodes.ASM9);
    this.method = method;
    this.offset = offset;
    this.library = library;
  }

  /**
   * {@code Repo.usersById}: the last field of one of the library's types that is read before the
   * call.
   *
   * @param library prefix of internal names
   * @return null if there is none: the cache comes from elsewhere
   */
  static @Nullable String before(OneMethod method, int offset, String library) {
    ReadField read = new ReadField(method, offset, library);
    method.read(read);
    return read.field;
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String desc) {
    boolean isRead = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
    if (isRead && method.offset() < offset && desc.startsWith("L" + library)) {
      field = CodeLocation.simpleName(owner.replace('/', '.')) + "." + name;
    }
  }
}
