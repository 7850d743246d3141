package io.warmup.agent.instrument;

import io.warmup.agent.bridge.WarmupBridge;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Tells the bridge when one method is entered, or left without an exception: one call, with {@code
 * this} and the arguments.
 *
 * <p>The call is put at the entry, or before each return; it adds no branch, so no stack map frame
 * changes.
 *
 * @param className the declaring class, with dots
 * @param method the method's name; every overload of it is hooked unless a descriptor is given
 * @param descriptor null: any
 * @param when at which end of the method
 * @param point the name the bridge is told
 * @param consequence what the agent cannot do if the method is not there
 */
public record MethodHook(
    String className,
    String method,
    @Nullable String descriptor,
    When when,
    String point,
    String consequence)
    implements ClassHook {

  private static final int API = Opcodes.ASM9;
  private static final String BRIDGE = Type.getInternalName(WarmupBridge.class);
  private static final String REACHED =
      "(Ljava/lang/String;Ljava/lang/Object;[Ljava/lang/Object;)V";

  /** At which end of the method. */
  public enum When {
    ENTRY,
    EXIT
  }

  @Override
  public Set<String> targets() {
    return Set.of(className.replace('.', '/'));
  }

  @Override
  public byte @Nullable [] rewrite(Target target, byte[] original, Missing missing) {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    HookedMethods visitor = new HookedMethods(writer);
    reader.accept(visitor, 0);
    if (!visitor.found) {
      missing.report(target, "method " + method, consequence);
      return null;
    }
    return writer.toByteArray();
  }

  private boolean matches(int access, String name, String desc) {
    boolean hasBody = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
    boolean generated = (access & (Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC)) != 0;
    return hasBody
        && !generated
        && name.equals(method)
        && (descriptor == null || descriptor.equals(desc));
  }

  private final class HookedMethods extends ClassVisitor {
    private boolean found;

    HookedMethods(ClassVisitor next) {
      super(API, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String desc,
        @Nullable String signature,
        String @Nullable [] thrown) {
      MethodVisitor next = super.visitMethod(access, name, desc, signature, thrown);
      if (!matches(access, name, desc)) {
        return next;
      }
      found = true;
      return new BridgeCall(next, (access & Opcodes.ACC_STATIC) != 0, desc);
    }
  }

  private final class BridgeCall extends MethodVisitor {
    private final boolean isStatic;
    private final Type[] arguments;

    BridgeCall(MethodVisitor next, boolean isStatic, String desc) {
      super(API, next);
      this.isStatic = isStatic;
      this.arguments = Type.getArgumentTypes(desc);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      if (when == When.ENTRY) {
        callBridge();
      }
    }

    @Override
    public void visitInsn(int opcode) {
      if (when == When.EXIT && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        callBridge();
      }
      super.visitInsn(opcode);
    }

    private void callBridge() {
      super.visitLdcInsn(point);
      if (isStatic) {
        super.visitInsn(Opcodes.ACONST_NULL);
      } else {
        super.visitVarInsn(Opcodes.ALOAD, 0);
      }
      pushReferenceArguments();
      super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, "reached", REACHED, false);
    }

    /** Primitive arguments are left null: no point needs them. */
    private void pushReferenceArguments() {
      super.visitIntInsn(Opcodes.BIPUSH, arguments.length);
      super.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
      int local = isStatic ? 0 : 1;
      for (int i = 0; i < arguments.length; i++) {
        if (arguments[i].getSort() >= Type.ARRAY) {
          super.visitInsn(Opcodes.DUP);
          super.visitIntInsn(Opcodes.BIPUSH, i);
          super.visitVarInsn(Opcodes.ALOAD, local);
          super.visitInsn(Opcodes.AASTORE);
        }
        local += arguments[i].getSize();
      }
    }
  }
}
