package io.warmup.agent.instrument.method;

import io.warmup.agent.bridge.WarmupBridge;
import io.warmup.agent.instrument.MethodRewriter;
import io.warmup.agent.instrument.MethodRewriter.Method;
import io.warmup.agent.instrument.method.MethodHook.When;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link MethodHook}'s calls with the bytecode library. A class of its own, so that a hook
 * that does not need the library does not load it.
 */
final class BridgeCalls implements MethodRewriter.Choice {

  private static final String BRIDGE = Type.getInternalName(WarmupBridge.class);

  private final MethodHook hook;

  private BridgeCalls(MethodHook hook) {
    this.hook = hook;
  }

  /** The class's new bytes; null if it has no such method. */
  static byte @Nullable [] put(byte[] original, MethodHook hook) {
    return MethodRewriter.rewritten(original, new BridgeCalls(hook));
  }

  @Override
  public MethodVisitor through(Method method, MethodVisitor next) {
    return matches(method) ? new BridgeCall(method, next) : next;
  }

  private boolean matches(Method found) {
    String descriptor = hook.descriptor();
    return !found.hasAny(MethodHook.NOT_HOOKED)
        && found.name().equals(hook.method())
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
      if (hook.when() == When.ENTRY) {
        callBridge();
      }
    }

    @Override
    public void visitInsn(int opcode) {
      if (hook.when() == When.EXIT && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        callBridge();
      }
      super.visitInsn(opcode);
    }

    private void callBridge() {
      super.visitLdcInsn(hook.point());
      if (isStatic) {
        super.visitInsn(Opcodes.ACONST_NULL);
      } else {
        super.visitVarInsn(Opcodes.ALOAD, 0);
      }
      pushReferenceArguments();
      super.visitMethodInsn(Opcodes.INVOKESTATIC, BRIDGE, "reached", MethodHook.REACHED, false);
    }

    /** Primitive arguments are left null: no point needs them. */
    private void pushReferenceArguments() {
      super.visitIntInsn(Opcodes.SIPUSH, arguments.length);
      super.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
      int local = isStatic ? 0 : 1;
      for (int i = 0; i < arguments.length; i++) {
        if (arguments[i].getSort() >= Type.ARRAY) {
          super.visitInsn(Opcodes.DUP);
          super.visitIntInsn(Opcodes.SIPUSH, i);
          super.visitVarInsn(Opcodes.ALOAD, local);
          super.visitInsn(Opcodes.AASTORE);
        }
        local += arguments[i].getSize();
      }
    }
  }
}
