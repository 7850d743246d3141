package io.warmup.agent.instrument.caffeine;

import static io.warmup.agent.instrument.caffeine.CaffeineNames.FLAG_FIELD;
import static io.warmup.agent.instrument.caffeine.CaffeineNames.GETS;
import static io.warmup.agent.instrument.caffeine.CaffeineNames.GETS_FIELD;
import static io.warmup.agent.instrument.caffeine.CaffeineNames.SITES;
import static io.warmup.agent.instrument.caffeine.CaffeineNames.SLOTS_FIELD;

import java.util.Map;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The methods added to a store. Written for the fields and signatures of the version at hand, which
 * were seen on the way through the class.
 */
final class StoreMethods {

  /** Called at the entry of {@code afterRead}: counts a hit if that is one. */
  static final String READ = "warmupRead";

  /**
   * Called where {@code getIfPresent} counts a miss. The store's own, as the above: so the JIT
   * compiler sees for itself whether this library's caches are recorded.
   */
  static final String MISS = "warmupMiss";

  /** Stands in for {@code afterRead} in bulk gets, which are counted at their end. */
  static final String BULK_READ = "warmupBulkRead";

  private static final String OBJECT = "Ljava/lang/Object;";

  private final ClassVisitor store;
  private final CaffeineNames names;
  private final boolean bounded;
  private final Map<String, String> fields;
  private final Map<String, String> methods;
  private final String self;

  StoreMethods(
      ClassVisitor store,
      CaffeineNames names,
      boolean bounded,
      Map<String, String> fields,
      Map<String, String> methods) {
    this.store = store;
    this.names = names;
    this.bounded = bounded;
    this.fields = fields;
    this.methods = methods;
    this.self = bounded ? names.bounded() : names.unbounded();
  }

  void add() {
    getter();
    setter(GETS_FIELD, "L" + GETS + ";");
    setter(SLOTS_FIELD, "[J");
    table();
    hasNodes();
    node();
    expired();
    compute();
    miss();
    if (bounded) {
      read();
      bulkRead();
    }
  }

  private void getter() {
    MethodVisitor code = method(GETS_FIELD, "()L" + GETS + ";");
    getField(code, GETS_FIELD, "L" + GETS + ";");
    end(code, Opcodes.ARETURN);
  }

  private void setter(String field, String descriptor) {
    MethodVisitor code = method(field, "(" + descriptor + ")V");
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitFieldInsn(Opcodes.PUTFIELD, self, field, descriptor);
    end(code, Opcodes.RETURN);
  }

  private void table() {
    MethodVisitor code = method("warmupTable", "()Ljava/util/Map;");
    getField(code, "data", fields.get("data"));
    end(code, Opcodes.ARETURN);
  }

  private void hasNodes() {
    MethodVisitor code = method("warmupHasNodes", "()Z");
    code.visitInsn(bounded ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
    end(code, Opcodes.IRETURN);
  }

  private void node() {
    MethodVisitor code = method("warmupNode", "(" + OBJECT + ")" + OBJECT);
    if (bounded) {
      getField(code, "data", fields.get("data"));
      getField(code, "nodeFactory", fields.get("nodeFactory"));
      code.visitVarInsn(Opcodes.ALOAD, 1);
      String lookup = "(" + OBJECT + ")" + OBJECT;
      String factory = names.prefix() + "NodeFactory";
      code.visitMethodInsn(Opcodes.INVOKEINTERFACE, factory, "newLookupKey", lookup, true);
      code.visitMethodInsn(Opcodes.INVOKEINTERFACE, "java/util/Map", "get", lookup, true);
    } else {
      code.visitInsn(Opcodes.ACONST_NULL);
    }
    end(code, Opcodes.ARETURN);
  }

  private void expired() {
    MethodVisitor code = method("warmupExpired", "(" + OBJECT + ")Z");
    if (bounded) {
      String ticker = names.prefix() + "Ticker";
      String hasExpired = methods.get("hasExpired");
      code.visitVarInsn(Opcodes.ALOAD, 0);
      code.visitVarInsn(Opcodes.ALOAD, 1);
      code.visitTypeInsn(Opcodes.CHECKCAST, names.node());
      code.visitVarInsn(Opcodes.ALOAD, 0);
      invoke(code, "expirationTicker", methods.get("expirationTicker"));
      code.visitMethodInsn(Opcodes.INVOKEINTERFACE, ticker, "read", "()J", true);
      if (Type.getArgumentTypes(hasExpired).length == 3) {
        // 3.2 passes the value along.
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitTypeInsn(Opcodes.CHECKCAST, names.node());
        code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, names.node(), "getValue", "()" + OBJECT, false);
      }
      invoke(code, "hasExpired", hasExpired);
    } else {
      code.visitInsn(Opcodes.ICONST_0);
    }
    end(code, Opcodes.IRETURN);
  }

  /** Without statistics, whatever the version's parameters are. */
  private void compute() {
    String compute = methods.get("compute");
    boolean expires = bounded && compute.contains(names.type("Expiry"));
    MethodVisitor code = method("warmupExpires", "()Z");
    code.visitInsn(expires ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
    end(code, Opcodes.IRETURN);

    String function = "Ljava/util/function/BiFunction;";
    code = method("warmupCompute", "(" + OBJECT + function + OBJECT + ")" + OBJECT);
    if (expires) {
      orOwnExpiry(code);
    }
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitVarInsn(Opcodes.ALOAD, 2);
    Type[] parameters = Type.getArgumentTypes(compute);
    for (int i = 2; i < parameters.length; i++) {
      if (parameters[i].getDescriptor().equals(names.type("Expiry"))) {
        code.visitVarInsn(Opcodes.ALOAD, 3);
        code.visitTypeInsn(Opcodes.CHECKCAST, names.prefix() + "Expiry");
      } else if (parameters[i] == Type.BOOLEAN_TYPE) {
        code.visitInsn(Opcodes.ICONST_0);
      } else {
        code.visitInsn(Opcodes.ACONST_NULL);
      }
    }
    invoke(code, "compute", compute);
    end(code, Opcodes.ARETURN);
  }

  private void orOwnExpiry(MethodVisitor code) {
    Label given = new Label();
    code.visitVarInsn(Opcodes.ALOAD, 3);
    code.visitJumpInsn(Opcodes.IFNONNULL, given);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    invoke(code, "expiry", "()" + names.type("Expiry"));
    code.visitVarInsn(Opcodes.ASTORE, 3);
    code.visitLabel(given);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
  }

  private void read() {
    MethodVisitor code = method(READ, "(" + names.type("Node") + "Z)V");
    Label end = new Label();
    code.visitVarInsn(Opcodes.ILOAD, 2);
    code.visitJumpInsn(Opcodes.IFEQ, end);
    getField(code, SLOTS_FIELD, "[J");
    code.visitVarInsn(Opcodes.ASTORE, 3);
    code.visitVarInsn(Opcodes.ALOAD, 3);
    code.visitJumpInsn(Opcodes.IFNULL, end);
    code.visitVarInsn(Opcodes.ALOAD, 3);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitFieldInsn(Opcodes.GETFIELD, names.node(), FLAG_FIELD, "B");
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    String hit = "([JI" + OBJECT + OBJECT + ")V";
    code.visitMethodInsn(Opcodes.INVOKESTATIC, GETS, "hit", hit, false);
    code.visitLabel(end);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    end(code, Opcodes.RETURN);
  }

  private void miss() {
    MethodVisitor code = method(MISS, "(" + OBJECT + ")V");
    Label end = new Label();
    getField(code, GETS_FIELD, "L" + GETS + ";");
    code.visitVarInsn(Opcodes.ASTORE, 2);
    code.visitVarInsn(Opcodes.ALOAD, 2);
    code.visitJumpInsn(Opcodes.IFNULL, end);
    code.visitVarInsn(Opcodes.ALOAD, 2);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, GETS, "miss", "(" + OBJECT + ")V", false);
    code.visitLabel(end);
    code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    end(code, Opcodes.RETURN);
  }

  private void bulkRead() {
    String afterRead = methods.get("afterRead");
    MethodVisitor code = method(BULK_READ, afterRead);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, SITES, "touched", "(" + OBJECT + OBJECT + ")V", false);
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitVarInsn(Opcodes.ALOAD, 1);
    code.visitVarInsn(Opcodes.LLOAD, 2);
    code.visitVarInsn(Opcodes.ILOAD, 4);
    invoke(code, "afterRead", afterRead);
    end(code, afterRead.endsWith("V") ? Opcodes.RETURN : Opcodes.ARETURN);
  }

  private MethodVisitor method(String name, String descriptor) {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
    MethodVisitor code = store.visitMethod(access, name, descriptor, null, null);
    code.visitCode();
    return code;
  }

  private void getField(MethodVisitor code, String name, String descriptor) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitFieldInsn(Opcodes.GETFIELD, self, name, descriptor);
  }

  private void invoke(MethodVisitor code, String name, String descriptor) {
    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, self, name, descriptor, false);
  }

  private static void end(MethodVisitor code, int returning) {
    code.visitInsn(returning);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }
}
