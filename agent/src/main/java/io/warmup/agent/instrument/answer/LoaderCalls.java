package io.warmup.agent.instrument.answer;

import io.warmup.agent.bridge.WarmupAnswers;
import io.warmup.agent.instrument.ClassHook;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Tells the keys for which a read-through cache calls its loader, when that returns: the get that
 * is under way on the thread is a miss, though it is answered.
 *
 * @param className with dots: where the calls are
 * @param loader with slashes: whose {@code load(Object)} and {@code loadAll(Iterable)} are called
 */
record LoaderCalls(String className, String loader) implements ClassHook {

  private static final String ANSWERS = Type.getInternalName(WarmupAnswers.class);
  private static final String ONE = "(Ljava/lang/Object;)Ljava/lang/Object;";
  private static final String SEVERAL = "(Ljava/lang/Iterable;)Ljava/util/Map;";
  private static final String TOLD = "(Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;";

  @Override
  public Set<String> targets() {
    return Set.of(className.replace('.', '/'));
  }

  @Override
  public byte @Nullable [] rewrite(Target target, byte[] original, Missing missing) {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    Calls visitor = new Calls(writer);
    reader.accept(visitor, 0);
    if (!visitor.found) {
      missing.report(
          target, "call of " + loader, "gets of caches that load by themselves count as hits");
      return null;
    }
    return writer.toByteArray();
  }

  private final class Calls extends ClassVisitor {
    private boolean found;

    Calls(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String desc,
        @Nullable String signature,
        String @Nullable [] thrown) {
      MethodVisitor next = super.visitMethod(access, name, desc, signature, thrown);
      return new MethodVisitor(Opcodes.ASM9, next) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String type, boolean isInterface) {
          boolean one = called.equals("load") && type.equals(ONE);
          boolean several = called.equals("loadAll") && type.equals(SEVERAL);
          if (!owner.equals(loader) || !(one || several)) {
            super.visitMethodInsn(opcode, owner, called, type, isInterface);
            return;
          }
          // [loader, key] → [key, loader, key] → [key, value] → [value]
          found = true;
          super.visitInsn(Opcodes.DUP_X1);
          super.visitMethodInsn(opcode, owner, called, type, isInterface);
          super.visitMethodInsn(
              Opcodes.INVOKESTATIC, ANSWERS, one ? "loaded" : "loadedAll", TOLD, false);
          if (several) {
            super.visitTypeInsn(Opcodes.CHECKCAST, "java/util/Map");
          }
        }
      };
    }
  }
}
