package io.warmup.agent.instrument.caffeine;

import static io.warmup.agent.instrument.caffeine.CaffeineNames.VIEW;

import java.util.Arrays;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * The map view of an asynchronous cache: the method of {@code WarmupView}. Its field {@code
 * asyncCache} and that one's {@code cache()} are the same in 2.9 to 3.3.
 */
final class ViewClass extends ClassVisitor {

  private final CaffeineNames names;
  private String self = "";

  ViewClass(ClassVisitor next, CaffeineNames names) {
    super(Opcodes.ASM9, next);
    this.names = names;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      String superName,
      String[] interfaces) {
    self = name;
    String[] more = Arrays.copyOf(interfaces, interfaces.length + 1);
    more[interfaces.length] = VIEW;
    super.visit(version, access, name, signature, superName, more);
  }

  @Override
  public void visitEnd() {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
    MethodVisitor code =
        super.visitMethod(access, "warmupStore", "()Ljava/lang/Object;", null, null);
    String cache = names.prefix() + "LocalAsyncCache";
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, self, "asyncCache", "L" + cache + ";");
    code.visitMethodInsn(
        Opcodes.INVOKEINTERFACE, cache, "cache", "()" + names.type("LocalCache"), true);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
    super.visitEnd();
  }
}
