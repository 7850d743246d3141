package io.warmup.agent.instrument.answer;

import io.warmup.agent.bridge.WarmupAnswers;
import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.MethodRewriter;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
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
    AtomicBoolean found = new AtomicBoolean();
    byte[] rewritten = MethodRewriter.rewritten(original, (method, next) -> new Calls(next, found));
    if (!found.get()) {
      missing.report(
          target, "call of " + loader, "gets of caches that load by themselves count as hits");
      return null;
    }
    return rewritten;
  }

  private final class Calls extends MethodVisitor {
    private final AtomicBoolean found;

    Calls(MethodVisitor next, AtomicBoolean found) {
      super(Opcodes.ASM9, next);
      this.found = found;
    }

    /** {@code [loader, key] → [key, loader, key] → [key, value] → [value]}. */
    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      boolean one = name.equals("load") && descriptor.equals(ONE);
      boolean several = name.equals("loadAll") && descriptor.equals(SEVERAL);
      if (!owner.equals(loader) || !(one || several)) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        return;
      }
      found.set(true);
      super.visitInsn(Opcodes.DUP_X1);
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, ANSWERS, one ? "loaded" : "loadedAll", TOLD, false);
      if (several) {
        super.visitTypeInsn(Opcodes.CHECKCAST, "java/util/Map");
      }
    }
  }
}
