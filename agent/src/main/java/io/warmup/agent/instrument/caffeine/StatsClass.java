package io.warmup.agent.instrument.caffeine;

import static io.warmup.agent.instrument.caffeine.CaffeineNames.SITES;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * The views around a store that count on its behalf (asynchronous, loading), and the function that
 * counts a miss when it is called.
 */
final class StatsClass extends ClassVisitor {

  private static final String COUNTING_FUNCTION =
      "(Ljava/util/function/Function;Z)Ljava/util/function/Function;";

  private final CaffeineNames names;

  private boolean asksBeforeCounting;

  StatsClass(ClassVisitor next, CaffeineNames names) {
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
    asksBeforeCounting = name.endsWith("$AsyncAsMapView");
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] thrown) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
    if (name.equals("statsAware") && descriptor.equals(COUNTING_FUNCTION)) {
      return new CountingFunction(next);
    }
    if (name.startsWith("lambda$statsAware") || (access & Opcodes.ACC_STATIC) != 0) {
      return next;
    }
    boolean bulk = name.equals("getAll") || name.equals("getAllPresent");
    return new Beside(next, keyLocal(name, descriptor), bulk);
  }

  /** The first argument that is a key and nothing but one; -1 if there is none. */
  private static int keyLocal(String name, String descriptor) {
    boolean holdsKey =
        switch (name) {
          case "get", "getIfPresent", "computeIfAbsent" -> true;
          default -> name.startsWith("lambda$handleCompletion");
        };
    int local = 1;
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      if (holdsKey && argument.getDescriptor().equals("Ljava/lang/Object;")) {
        return local;
      }
      local += argument.getSize();
    }
    return -1;
  }

  private static final class CountingFunction extends MethodVisitor {

    CountingFunction(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.ARETURN) {
        super.visitVarInsn(Opcodes.ALOAD, 0);
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            SITES,
            "counting",
            "(Ljava/util/function/Function;Ljava/lang/Object;)Ljava/util/function/Function;",
            false);
      }
      super.visitInsn(opcode);
    }
  }

  /**
   * Keeps the store on the stack below its counter, and calls the agent with it beside the counter:
   * {@code [store] statsCounter [store, counter] … [store, counter, n] → [store, n]}.
   */
  private final class Beside extends MethodVisitor {
    private final int keyLocal;
    private final boolean bulk;

    Beside(MethodVisitor next, int keyLocal, boolean bulk) {
      super(Opcodes.ASM9, next);
      this.keyLocal = keyLocal;
      this.bulk = bulk;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals(names.localCache()) && name.equals("statsCounter")) {
        super.visitInsn(Opcodes.DUP);
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      } else if (asksBeforeCounting && name.equals("isRecordingStats")) {
        super.visitInsn(Opcodes.DUP);
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        super.visitInsn(Opcodes.SWAP);
        site("isRecording", "(ZLjava/lang/Object;)Z");
      } else if (bulk && isLookUp(owner, name)) {
        lookUp(opcode, owner, name, descriptor, isInterface);
      } else if (owner.equals(names.statsCounter())) {
        counter(opcode, owner, name, descriptor, isInterface);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }

    private boolean isLookUp(String owner, String name) {
      return owner.equals(names.localCache())
          && (name.equals("get") || name.equals("getIfPresent"));
    }

    /** {@code [store, key(, flag)] → [store, key, result] → [result]}. */
    private void lookUp(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (descriptor.startsWith("(Ljava/lang/Object;Z)")) {
        super.visitInsn(Opcodes.DUP_X2);
        super.visitInsn(Opcodes.POP);
        super.visitInsn(Opcodes.DUP2_X1);
        super.visitInsn(Opcodes.DUP2_X1);
        super.visitInsn(Opcodes.POP2);
      } else {
        super.visitInsn(Opcodes.DUP2);
      }
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      site(
          "bulkRead", "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)Ljava/lang/Object;");
    }

    private void counter(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      boolean hits = name.equals("recordHits");
      if (!hits && !name.equals("recordMisses")) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (!descriptor.endsWith(")V")) {
          super.visitInsn(Opcodes.SWAP);
        }
        super.visitInsn(Opcodes.POP);
        return;
      }
      super.visitInsn(Opcodes.DUP_X1);
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      if (keyLocal < 0) {
        super.visitInsn(Opcodes.ACONST_NULL);
      } else {
        super.visitVarInsn(Opcodes.ALOAD, keyLocal);
      }
      site(hits ? "hits" : "misses", "(Ljava/lang/Object;ILjava/lang/Object;)V");
    }

    private void site(String name, String descriptor) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, SITES, name, descriptor, false);
    }
  }
}
