package io.warmup.agent.instrument.caffeine;

import static io.warmup.agent.instrument.caffeine.CaffeineNames.QUEUE_TYPE;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * One of the classes generated for entries: which of three queues an entry is in is kept in a byte
 * rather than an int. So {@link NodeClass}'s byte costs a size-bounded cache no memory: both are in
 * the gap behind the object's header.
 */
final class EntryClass extends ClassVisitor {

  private final String field;
  private String name = "";

  /**
   * @param field of {@link QueueTypeField}
   */
  EntryClass(ClassVisitor next, String field) {
    super(Opcodes.ASM9, next);
    this.field = field;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      String superName,
      String[] interfaces) {
    this.name = name;
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    return super.visitField(access, name, name.equals(field) ? "B" : descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] thrown) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
    return name.endsWith(QUEUE_TYPE) ? new Narrowed(next) : next;
  }

  private final class Narrowed extends MethodVisitor {

    Narrowed(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (owner.equals(EntryClass.this.name) && name.equals(field)) {
        if (opcode == Opcodes.PUTFIELD) {
          super.visitInsn(Opcodes.I2B);
        }
        super.visitFieldInsn(opcode, owner, name, "B");
      } else {
        super.visitFieldInsn(opcode, owner, name, descriptor);
      }
    }
  }
}
