package io.warmup.agent.instrument.caffeine;

import static io.warmup.agent.instrument.caffeine.CaffeineNames.SITES;
import static io.warmup.agent.instrument.caffeine.CaffeineNames.WRITES;

import io.warmup.agent.bridge.WarmupFates;
import java.util.List;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Calls inserted within a store's method: beside its statistics, and where entries change hands.
 * None adds a branch, so no stack map frame changes.
 */
final class StoreSites extends MethodVisitor {

  private final CaffeineNames names;
  private final boolean bounded;
  private final boolean loaded;
  private final String method;
  private final String descriptor;
  private final Consumer<String> found;

  StoreSites(
      MethodVisitor next,
      CaffeineNames names,
      boolean bounded,
      boolean loaded,
      String method,
      String descriptor,
      Consumer<String> found) {
    super(Opcodes.ASM9, next);
    this.names = names;
    this.bounded = bounded;
    this.loaded = loaded;
    this.method = method;
    this.descriptor = descriptor;
    this.found = found;
  }

  /** What each supported version has. */
  static List<String> expected(boolean bounded) {
    return bounded
        ? List.of("afterRead", "recordMisses in getIfPresent", "setValue", "retire", "makeDead")
        : List.of("recordHits in getIfPresent", "recordMisses in getIfPresent");
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (bounded && method.equals("afterRead")) {
      found.accept("afterRead");
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitVarInsn(Opcodes.ALOAD, 1);
      if (loaded) {
        readByKey();
        return;
      }
      super.visitVarInsn(Opcodes.ILOAD, 4);
      super.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          names.bounded(),
          StoreMethods.READ,
          "(" + names.type("Node") + "Z)V",
          false);
    }
  }

  private void readByKey() {
    super.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL, names.node(), "getKey", "()Ljava/lang/Object;", false);
    super.visitVarInsn(Opcodes.ILOAD, 4);
    site("read", "(Ljava/lang/Object;Ljava/lang/Object;Z)V");
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String desc, boolean isInterface) {
    if (loaded && !owner.equals(names.statsCounter()) && !isTableLookUp(owner, name)) {
      super.visitMethodInsn(opcode, owner, name, desc, isInterface);
    } else if (owner.equals(names.node()) && name.equals("setValue")) {
      valueLeaves();
      super.visitMethodInsn(opcode, owner, name, desc, isInterface);
    } else if (isRemoval(owner, name)) {
      entryLeaves(name);
      super.visitMethodInsn(opcode, owner, name, desc, isInterface);
    } else if (bounded && name.equals("afterRead") && method.equals("getAllPresent")) {
      super.visitMethodInsn(opcode, owner, StoreMethods.BULK_READ, desc, isInterface);
    } else if (method.equals("getAllPresent") && isTableLookUp(owner, name)) {
      lookUp(opcode, owner, name, desc, isInterface);
    } else if (owner.equals(names.statsCounter())) {
      statistics(opcode, owner, name, desc, isInterface);
    } else {
      super.visitMethodInsn(opcode, owner, name, desc, isInterface);
    }
  }

  /** {@code [node, value, queue]}, and so it is left. */
  private void valueLeaves() {
    found.accept("setValue");
    // → [value, queue, node, value] → [node, value, value, queue, node, value]
    super.visitInsn(Opcodes.DUP2_X1);
    super.visitInsn(Opcodes.POP);
    super.visitInsn(Opcodes.DUP2_X2);
    super.visitVarInsn(Opcodes.ALOAD, 0);
    change("replaced", "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)V");
    super.visitInsn(Opcodes.SWAP);
    super.visitInsn(Opcodes.POP);
  }

  /** {@code [node]}, and so it is left. */
  private void entryLeaves(String how) {
    found.accept(how);
    super.visitInsn(Opcodes.DUP);
    super.visitVarInsn(Opcodes.ALOAD, 0);
    boolean eviction = method.contains("evictEntry");
    super.visitInsn(Opcodes.ICONST_0 + (eviction ? WarmupFates.EVICTED : WarmupFates.OVERWRITTEN));
    change("left", "(Ljava/lang/Object;Ljava/lang/Object;I)V");
  }

  private boolean isRemoval(String owner, String name) {
    return (owner.equals(names.node()) && name.equals("retire"))
        || (owner.equals(names.bounded()) && name.equals("makeDead"));
  }

  private static boolean isTableLookUp(String owner, String name) {
    return owner.equals("java/util/concurrent/ConcurrentHashMap") && name.equals("get");
  }

  /** {@code [table, key] → [key, result] → [result]}, with the site told of both. */
  private void lookUp(int opcode, String owner, String name, String desc, boolean isInterface) {
    super.visitInsn(Opcodes.DUP_X1);
    super.visitMethodInsn(opcode, owner, name, desc, isInterface);
    super.visitInsn(Opcodes.DUP_X1);
    super.visitVarInsn(Opcodes.ALOAD, 0);
    site(
        bounded && !loaded ? "bulkLookup" : "bulkResult",
        "(Ljava/lang/Object;Ljava/lang/Object;Ljava/lang/Object;)V");
  }

  private void statistics(int opcode, String owner, String name, String desc, boolean isInterface) {
    boolean hits = name.equals("recordHits");
    boolean counts = hits || name.equals("recordMisses");
    if (!counts || (bounded && hits && method.equals("afterRead"))) {
      super.visitMethodInsn(opcode, owner, name, desc, isInterface);
      return;
    }
    found.accept(name + " in " + method);
    if (!hits && !loaded && method.equals("getIfPresent")) {
      super.visitMethodInsn(opcode, owner, name, desc, isInterface);
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitVarInsn(Opcodes.ALOAD, 1);
      super.visitMethodInsn(
          Opcodes.INVOKEVIRTUAL,
          bounded ? names.bounded() : names.unbounded(),
          StoreMethods.MISS,
          "(Ljava/lang/Object;)V",
          false);
      return;
    }
    // [counter, n] → [n, counter, n] → [n] → [this, n, key]
    super.visitInsn(Opcodes.DUP_X1);
    super.visitMethodInsn(opcode, owner, name, desc, isInterface);
    super.visitVarInsn(Opcodes.ALOAD, 0);
    super.visitInsn(Opcodes.SWAP);
    if (hasKey()) {
      super.visitVarInsn(Opcodes.ALOAD, 1);
    } else {
      super.visitInsn(Opcodes.ACONST_NULL);
    }
    site(hits ? "hits" : "misses", "(Ljava/lang/Object;ILjava/lang/Object;)V");
  }

  private boolean hasKey() {
    return descriptor.startsWith("(Ljava/lang/Object;") && !method.equals("getAllPresent");
  }

  private void change(String name, String desc) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, WRITES, name, desc, false);
  }

  private void site(String name, String desc) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, SITES, name, desc, false);
  }
}
