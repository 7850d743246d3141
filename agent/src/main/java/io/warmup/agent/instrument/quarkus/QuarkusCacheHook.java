package io.warmup.agent.instrument.quarkus;

import io.warmup.agent.bridge.WarmupSites;
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
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    LookUps visitor = new LookUps(writer);
    reader.accept(visitor, 0);
    if (!visitor.found) {
      missing.report(
          target, "putIfAbsent in " + METHOD, "the gets of Quarkus's caches are not recorded");
      return null;
    }
    return writer.toByteArray();
  }

  private static final class LookUps extends ClassVisitor {
    private boolean found;

    LookUps(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] thrown) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
      return name.equals(METHOD) ? new LookUp(next) : next;
    }

    private final class LookUp extends MethodVisitor {

      LookUp(MethodVisitor next) {
        super(Opcodes.ASM9, next);
      }

      /** {@code [map, key, value] → [found]} as before. */
      @Override
      public void visitMethodInsn(
          int opcode, String owner, String name, String descriptor, boolean isInterface) {
        if (owner.equals(MAP) && name.equals("putIfAbsent")) {
          found = true;
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
}
