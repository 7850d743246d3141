package io.warmup.agent.instrument.quarkus;

import io.warmup.agent.bridge.WarmupSites;
import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.MethodRewriter;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * {@code RedisCacheImpl.get} and {@code getAsync} (Quarkus 3.33): each stands in for its loader, so
 * that a call of the loader is a miss. Of their overloads those that take a {@code Type} do the
 * work, in versions without them those that take a {@code Class}.
 */
public final class QuarkusRedisHook implements ClassHook {

  private static final String CACHE = "io/quarkus/cache/redis/runtime/RedisCacheImpl";
  private static final String UNI = "Lio/smallrye/mutiny/Uni;";
  private static final String FUNCTION = "Ljava/util/function/Function;";
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String BY_TYPE =
      "(" + OBJECT + "Ljava/lang/reflect/Type;" + FUNCTION + ")" + UNI;
  private static final String BY_CLASS = "(" + OBJECT + "Ljava/lang/Class;" + FUNCTION + ")" + UNI;

  /** For the agent. */
  public QuarkusRedisHook() {}

  @Override
  public Set<String> targets() {
    return Set.of(CACHE);
  }

  @Override
  public byte @Nullable [] rewrite(Target target, byte[] original, Missing missing) {
    Set<String> declared = declared(original);
    String descriptor = declared.contains("get" + BY_TYPE) ? BY_TYPE : BY_CLASS;
    if (!declared.contains("get" + descriptor)) {
      missing.report(
          target, "method get", "the gets of Quarkus's caches in Redis are not recorded");
      return null;
    }
    return MethodRewriter.rewritten(
        original,
        (method, next) ->
            isGet(method.name()) && method.descriptor().equals(descriptor) ? new Get(next) : next);
  }

  private static boolean isGet(String name) {
    return name.equals("get") || name.equals("getAsync");
  }

  private static Set<String> declared(byte[] original) {
    Set<String> declared = new HashSet<>();
    new ClassReader(original)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] thrown) {
                declared.add(name + descriptor);
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return declared;
  }

  private static final class Get extends MethodVisitor {

    Get(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitVarInsn(Opcodes.ALOAD, 1);
      super.visitVarInsn(Opcodes.ALOAD, 3);
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Type.getInternalName(WarmupSites.class),
          "lookingUp",
          "(" + OBJECT + OBJECT + FUNCTION + ")" + FUNCTION,
          false);
      super.visitVarInsn(Opcodes.ASTORE, 3);
    }
  }
}
