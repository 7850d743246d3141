package io.warmup.agent.instrument.guava;

import io.warmup.agent.bridge.WarmupSites;
import io.warmup.agent.bridge.WarmupWrites;
import io.warmup.agent.instrument.MethodRewriter;
import io.warmup.agent.instrument.MethodRewriter.Method;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * {@code LocalCache} and its segments: a call beside each {@code recordHits} and {@code
 * recordMisses}, and at the entry of the application's writes. No branch is added.
 */
final class GuavaStore implements MethodRewriter.Choice {

  private static final String SITES = Type.getInternalName(WarmupSites.class);
  private static final String WRITES = Type.getInternalName(WarmupWrites.class);
  private static final String OBJECT = "Ljava/lang/Object;";

  private final String prefix;
  private final boolean segment;
  private int sites;

  /**
   * @param segment its store is in its field {@code map}; else it is the store itself
   */
  GuavaStore(String prefix, boolean segment) {
    this.prefix = prefix;
    this.segment = segment;
  }

  /** How many calls of the library's own statistics were found. */
  int sites() {
    return sites;
  }

  @Override
  public MethodVisitor through(Method method, MethodVisitor next) {
    return method.hasAny(Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT)
        ? next
        : new Sites(next, method.name(), keyLocal(method.descriptor()));
  }

  /** The first argument that may be a key; -1 if there is none. */
  private static int keyLocal(String descriptor) {
    int local = 1;
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      if (argument.getDescriptor().equals(OBJECT)) {
        return local;
      }
      local += argument.getSize();
    }
    return -1;
  }

  private final class Sites extends MethodVisitor {
    private final String method;
    private final int key;

    Sites(MethodVisitor next, String method, int key) {
      super(Opcodes.ASM9, next);
      this.method = method;
      this.key = key;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      if (segment) {
        return;
      }
      switch (method) {
        case "put", "remove", "replace", "compute", "computeIfPresent", "merge" -> {
          super.visitVarInsn(Opcodes.ALOAD, 0);
          super.visitVarInsn(Opcodes.ALOAD, 1);
          change("writing", "(" + OBJECT + OBJECT + ")V");
        }
        case "clear" -> {
          super.visitVarInsn(Opcodes.ALOAD, 0);
          change("clearing", "(" + OBJECT + ")V");
        }
        default -> {
          // Not a write.
        }
      }
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      boolean hits = name.equals("recordHits");
      if (owner.equals(prefix + "AbstractCache$StatsCounter")
          && (hits || name.equals("recordMisses"))) {
        sites++;
        beside(hits, opcode, owner, name, descriptor, isInterface);
      } else if (isBulkLookUp(owner, name, descriptor)) {
        super.visitInsn(Opcodes.DUP2);
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        site("bulkRead", "(" + OBJECT + OBJECT + OBJECT + ")" + OBJECT);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }

    /** {@code getAllPresent} and {@code getAll} look each key up without counting it. */
    private boolean isBulkLookUp(String owner, String name, String descriptor) {
      return method.startsWith("getAll")
          && owner.equals(prefix + "LocalCache")
          && name.equals("get")
          && descriptor.equals("(" + OBJECT + ")" + OBJECT);
    }

    /** {@code [counter, n] → [n, counter, n] → [n] → [store, n, key]}. */
    private void beside(
        boolean hits,
        int opcode,
        String owner,
        String name,
        String descriptor,
        boolean isInterface) {
      super.visitInsn(Opcodes.DUP_X1);
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      super.visitVarInsn(Opcodes.ALOAD, 0);
      if (segment) {
        super.visitFieldInsn(
            Opcodes.GETFIELD, prefix + "LocalCache$Segment", "map", "L" + prefix + "LocalCache;");
      }
      super.visitInsn(Opcodes.SWAP);
      if (key < 0) {
        super.visitInsn(Opcodes.ACONST_NULL);
      } else {
        super.visitVarInsn(Opcodes.ALOAD, key);
      }
      site(hits ? "hits" : "misses", "(" + OBJECT + "I" + OBJECT + ")V");
    }

    private void change(String name, String descriptor) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, WRITES, name, descriptor, false);
    }

    private void site(String name, String descriptor) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, SITES, name, descriptor, false);
    }
  }
}
