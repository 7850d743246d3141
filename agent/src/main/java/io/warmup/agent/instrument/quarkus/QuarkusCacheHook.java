package io.warmup.agent.instrument.quarkus;

import io.warmup.agent.bridge.WarmupSites;
import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.MethodRewriter;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * {@code CaffeineCacheImpl.getFromCaffeine} (Quarkus 2.16 to 3.37), which is what
 * {@code @CacheResult} and {@code Cache.get} come to: it looks a key up by {@code putIfAbsent} on
 * the asynchronous cache's map view, and counts in statistics of its own. {@code getAsync} and
 * {@code getIfPresent} are counted by Caffeine itself.
 */
public final class QuarkusCacheHook implements ClassHook {

  private static final String CACHE = "io/quarkus/cache/runtime/caffeine/CaffeineCacheImpl";
  private static final String METHOD = "getFromCaffeine";
  private static final String MAP = "java/util/concurrent/ConcurrentMap";
  private static final String OBJECT = "Ljava/lang/Object;";

  /** For the agent. */
  public QuarkusCacheHook() {}

  @Override
  public Set<String> targets() {
    return Set.of(CACHE);
  }

  @Override
  public byte @Nullable [] rewrite(Target target, byte[] original, Missing missing) {
    AtomicBoolean found = new AtomicBoolean();
    byte[] rewritten =
        MethodRewriter.rewritten(
            original,
            (method, next) -> method.name().equals(METHOD) ? new LookUp(next, found) : next);
    if (!found.get()) {
      missing.report(
          target, "putIfAbsent in " + METHOD, "the gets of Quarkus's caches are not recorded");
      return null;
    }
    return rewritten;
  }

  private static final class LookUp extends MethodVisitor {
    private final AtomicBoolean found;

    LookUp(MethodVisitor next, AtomicBoolean found) {
      super(Opcodes.ASM9, next);
      this.found = found;
    }

    /** {@code [map, key, value] → [found]} as before. */
    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals(MAP) && name.equals("putIfAbsent")) {
        found.set(true);
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            Type.getInternalName(WarmupSites.class),
            "lookUp",
            "(L" + MAP + ";" + OBJECT + OBJECT + ")" + OBJECT,
            false);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }
  }
}
