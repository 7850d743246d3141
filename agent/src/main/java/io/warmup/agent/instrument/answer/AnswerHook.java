package io.warmup.agent.instrument.answer;

import io.warmup.agent.bridge.WarmupAnswers;
import io.warmup.agent.bridge.WarmupWrites;
import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.MethodRewriter;
import io.warmup.agent.instrument.MethodRewriter.Method;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Tells the answers of a cache's gets, and its writes before they take effect. No branch is added,
 * so no stack map frame changes.
 *
 * @param className with dots
 * @param methods by name, or by name and the descriptor of the arguments where overloads differ: a
 *     get takes its key first and returns an object
 */
record AnswerHook(String className, Map<String, Role> methods) implements ClassHook {

  private static final String WRITES = Type.getInternalName(WarmupWrites.class);
  private static final String ANSWERS = Type.getInternalName(WarmupAnswers.class);
  private static final int NEVER =
      Opcodes.ACC_ABSTRACT | Opcodes.ACC_STATIC | Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC;
  private static final String OBJECT = "Ljava/lang/Object;";

  @Override
  public Set<String> targets() {
    return Set.of(className.replace('.', '/'));
  }

  @Override
  public byte @Nullable [] rewrite(Target target, byte[] original, Missing missing) {
    Set<String> absent = gets();
    byte[] rewritten =
        MethodRewriter.rewritten(
            original,
            (method, next) -> {
              String known = known(method);
              if (known == null) {
                return next;
              }
              absent.remove(known);
              return new Site(next, methods.get(known));
            });
    for (String get : absent) {
      missing.report(target, "method " + get, "the get path of such caches is not recorded");
    }
    return rewritten;
  }

  private Set<String> gets() {
    Set<String> gets = new TreeSet<>();
    methods.forEach(
        (name, role) -> {
          if (role.isGet()) {
            gets.add(name);
          }
        });
    return gets;
  }

  /** What {@link #methods} call it; null: it is none of them. */
  private @Nullable String known(Method method) {
    String arguments = method.descriptor().substring(0, method.descriptor().indexOf(')') + 1);
    String overload = method.name() + arguments;
    String known = methods.containsKey(overload) ? overload : method.name();
    Role role = methods.get(known);
    return role != null
            && !method.hasAny(NEVER)
            && role.fits(method.descriptor(), known.equals(overload))
        ? known
        : null;
  }

  private static final class Site extends MethodVisitor {
    private final Role role;

    Site(MethodVisitor next, Role role) {
      super(Opcodes.ASM9, next);
      this.role = role;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      switch (role) {
        case GET, GET_ALL -> call(ANSWERS, "asking", "()V");
        case PUT, REMOVE -> keyed("writing");
        case WRITE_ALL -> keyed("writingAll");
        case CLEAR -> {
          super.visitVarInsn(Opcodes.ALOAD, 0);
          call(WRITES, "clearing", "(" + OBJECT + ")V");
        }
      }
    }

    private void keyed(String site) {
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitVarInsn(Opcodes.ALOAD, 1);
      call(WRITES, site, "(" + OBJECT + OBJECT + ")V");
    }

    /** {@code [answer] → [answer, this, key, answer] → [answer]}. */
    @Override
    public void visitInsn(int opcode) {
      if (role.isGet() && opcode == Opcodes.ARETURN) {
        super.visitInsn(Opcodes.DUP);
        super.visitVarInsn(Opcodes.ALOAD, 0);
        super.visitInsn(Opcodes.SWAP);
        super.visitVarInsn(Opcodes.ALOAD, 1);
        super.visitInsn(Opcodes.SWAP);
        String site = role == Role.GET ? "answered" : "answeredAll";
        call(ANSWERS, site, "(" + OBJECT + OBJECT + OBJECT + ")V");
      } else if (role == Role.PUT && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        keyed("wrote");
      }
      super.visitInsn(opcode);
    }

    private void call(String owner, String name, String desc) {
      super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, desc, false);
    }
  }
}
