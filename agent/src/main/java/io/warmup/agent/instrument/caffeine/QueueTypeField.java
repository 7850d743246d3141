package io.warmup.agent.instrument.caffeine;

import static io.warmup.agent.instrument.caffeine.CaffeineNames.QUEUE_TYPE;

import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Finds the field in which an entry keeps which queue it is in: {@code queueType} up to Caffeine
 * 3.2, {@code metadata} in 3.3. The values are 0 to 2 ({@code Node.WINDOW, PROBATION, PROTECTED}).
 */
final class QueueTypeField extends ClassVisitor {

  private final Set<String> usedElsewhere = new HashSet<>();
  private @Nullable String kept;
  private boolean keptWithOthers;

  private QueueTypeField() {
    super(Opcodes.ASM9);
  }

  /** Its name; null where there is none, or where it is used for anything else too. */
  static @Nullable String in(byte[] entry) {
    ClassReader reader = new ClassReader(entry);
    QueueTypeField field = new QueueTypeField();
    reader.accept(field, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    boolean alone = !field.keptWithOthers && !field.usedElsewhere.contains(field.kept);
    return alone ? field.kept : null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] thrown) {
    return name.equals("get" + QUEUE_TYPE) || name.equals("set" + QUEUE_TYPE)
        ? new Accessor()
        : new Elsewhere();
  }

  private final class Accessor extends MethodVisitor {

    Accessor() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      keptWithOthers |= !descriptor.equals("I") || (kept != null && !kept.equals(name));
      kept = name;
    }

    /** Anything but a return works on bits. */
    @Override
    public void visitInsn(int opcode) {
      keptWithOthers |= opcode != Opcodes.IRETURN && opcode != Opcodes.RETURN;
    }
  }

  private final class Elsewhere extends MethodVisitor {

    Elsewhere() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      usedElsewhere.add(name);
    }
  }
}
