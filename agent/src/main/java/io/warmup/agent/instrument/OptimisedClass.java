package io.warmup.agent.instrument;

import java.util.Arrays;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether ProGuard or the like has rewritten a class: somewhere a method's argument is not
 * there any more. A compiler keeps arguments to the end, and inserted calls read them: in such a
 * class they would be refused by the JVM's verifier, and the application with them.
 */
final class OptimisedClass {

  private OptimisedClass() {}

  static boolean is(byte[] classFile) {
    Methods methods = new Methods();
    new ClassReader(classFile).accept(methods, ClassReader.EXPAND_FRAMES | ClassReader.SKIP_DEBUG);
    return methods.argumentGone;
  }

  private static final class Methods extends ClassVisitor {
    private boolean argumentGone;

    Methods() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] thrown) {
      int self = (access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
      return new Frames(self + Type.getArgumentTypes(descriptor).length);
    }

    /** Frames list one element a variable, long and double too. */
    private final class Frames extends MethodVisitor {
      private final int arguments;

      Frames(int arguments) {
        super(Opcodes.ASM9);
        this.arguments = arguments;
      }

      @Override
      public void visitFrame(
          int type, int localCount, Object[] locals, int stackCount, Object[] stack) {
        argumentGone |=
            localCount < arguments
                || Arrays.asList(locals).subList(0, arguments).contains(Opcodes.TOP);
      }
    }
  }
}
