package io.warmup.agent.instrument.caffeine;

import static io.warmup.agent.instrument.caffeine.CaffeineNames.WRITES;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Tells of a write at its entry, before it takes effect: what an open fence lives on. */
final class StoreWrites extends MethodVisitor {

  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String KEY = "(" + OBJECT + OBJECT + ")V";

  private final boolean bounded;
  private final String method;
  private final String descriptor;

  StoreWrites(MethodVisitor next, boolean bounded, String method, String descriptor) {
    super(Opcodes.ASM9, next);
    this.bounded = bounded;
    this.method = method;
    this.descriptor = descriptor;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    switch (method) {
      case "put" -> {
        if (!bounded || descriptor.contains("Expiry;")) {
          writing("writing");
        }
      }
      case "remove", "computeIfPresent", "merge" -> writing("writing");
      case "replace" -> replacing();
      case "doComputeIfAbsent" -> writing("loading");
      case "compute" -> computing();
      case "clear", "replaceAll" -> clearing();
      case "putAll" -> {
        // Until 3.1 straight into the table; else, and in a bounded store, by put.
        if (!bounded) {
          writing("writingAll");
        }
      }
      default -> {
        // Not a write.
      }
    }
  }

  /** An unbounded store has no method of its own that is entered on a miss alone. */
  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String desc, boolean isInterface) {
    boolean ofTable = owner.equals("java/util/concurrent/ConcurrentHashMap");
    if (!bounded && ofTable && isIfAbsent(method) && isIfAbsent(name)) {
      writing("loading");
    }
    super.visitMethodInsn(opcode, owner, name, desc, isInterface);
  }

  /** From 3.2 on the one does the other's work. */
  private static boolean isIfAbsent(String name) {
    return name.equals("computeIfAbsent") || name.equals("putIfAbsent");
  }

  private void writing(String site) {
    super.visitVarInsn(Opcodes.ALOAD, 0);
    super.visitVarInsn(Opcodes.ALOAD, 1);
    super.visitMethodInsn(Opcodes.INVOKESTATIC, WRITES, site, KEY, false);
  }

  /** Of one value by another, which may be the same, or of whatever is there. */
  private void replacing() {
    if (!descriptor.startsWith("(" + OBJECT + OBJECT + OBJECT)) {
      writing("writing");
      return;
    }
    super.visitVarInsn(Opcodes.ALOAD, 0);
    super.visitVarInsn(Opcodes.ALOAD, 1);
    super.visitVarInsn(Opcodes.ALOAD, 2);
    super.visitVarInsn(Opcodes.ALOAD, 3);
    String site = "(" + OBJECT + OBJECT + OBJECT + OBJECT + ")V";
    super.visitMethodInsn(Opcodes.INVOKESTATIC, WRITES, "replacing", site, false);
  }

  private void computing() {
    super.visitVarInsn(Opcodes.ALOAD, 0);
    super.visitVarInsn(Opcodes.ALOAD, 1);
    super.visitVarInsn(Opcodes.ALOAD, 2);
    super.visitMethodInsn(
        Opcodes.INVOKESTATIC,
        WRITES,
        "computing",
        "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)V",
        false);
  }

  private void clearing() {
    super.visitVarInsn(Opcodes.ALOAD, 0);
    super.visitMethodInsn(Opcodes.INVOKESTATIC, WRITES, "clearing", "(Ljava/lang/Object;)V", false);
  }
}
