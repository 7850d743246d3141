package io.warmup.agent.instrument;

import io.warmup.agent.bridge.WarmupBridge;
import io.warmup.agent.instrument.MethodRewriter.Method;
import java.util.Set;
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

  private static final int WITHOUT_BODY = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;
  private static final int GENERATED = Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC;
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
    byte[] rewritten =
        MethodRewriter.rewritten(
            original, (found, next) -> matches(found) ? new BridgeCall(found, next) : next);
    if (rewritten == null) {
      missing.report(target, "method " + method, consequence);
    }
    return rewritten;
  }

  private boolean matches(Method found) {
    return !found.hasAny(WITHOUT_BODY | GENERATED)
        && found.name().equals(method)
        && (descriptor == null || descriptor.equals(found.descriptor()));
  }

  private final class BridgeCall extends MethodVisitor {
    private final boolean isStatic;
    private final Type[] arguments;

    BridgeCall(Method method, MethodVisitor next) {
      super(Opcodes.ASM9, next);
      this.isStatic = method.hasAny(Opcodes.ACC_STATIC);
      this.arguments = Type.getArgumentTypes(method.descriptor());
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
