package io.warmup.agent.instrument.redis;

import io.warmup.agent.bridge.WarmupJedis;
import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.MethodRewriter;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * {@code Connection} of Jedis (5.0 to 8.0), which every client comes to. {@code
 * sendCommand(CommandArguments)} sends whatever is sent; {@code executeCommand} waits for the
 * answer too, which pipelines and transactions do otherwise. No branch is added, so no stack map
 * frame changes.
 */
final class JedisHook {

  static final String CONNECTION = "redis/clients/jedis/Connection";
  private static final String ARGUMENTS = "redis/clients/jedis/CommandArguments";
  private static final String COMMAND = "redis/clients/jedis/CommandObject";
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String SEND = "sendCommand(L" + ARGUMENTS + ";)V";
  private static final String EXECUTE_ARGUMENTS = "executeCommand(L" + ARGUMENTS + ";)" + OBJECT;
  private static final String EXECUTE_COMMAND = "executeCommand(L" + COMMAND + ";)" + OBJECT;
  private static final String HANDLE = "Ljava/lang/invoke/MethodHandle;";

  /** Gives a word of a command as bytes; linked by the class that it is put into. */
  private static final Handle RAW =
      new Handle(
          Opcodes.H_INVOKEINTERFACE, "redis/clients/jedis/args/Rawable", "getRaw", "()[B", true);

  private JedisHook() {}

  /** As {@link ClassHook#rewrite}. */
  static byte @Nullable [] rewrite(
      ClassHook.Target target, byte[] original, ClassHook.Missing missing) {
    Set<String> absent = new TreeSet<>(Set.of(SEND, EXECUTE_ARGUMENTS, EXECUTE_COMMAND));
    byte[] rewritten =
        MethodRewriter.rewritten(
            original,
            (method, next) ->
                absent.remove(method.signature()) ? new Site(next, method.signature()) : next);
    for (String method : absent) {
      missing.report(
          target, "method " + method, "gets of redis-caches through Jedis are not recorded");
    }
    return absent.isEmpty() ? rewritten : null;
  }

  private static final class Site extends MethodVisitor {
    private final String method;

    Site(MethodVisitor next, String method) {
      super(Opcodes.ASM9, next);
      this.method = method;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      if (method.equals(SEND)) {
        super.visitVarInsn(Opcodes.ALOAD, 1);
        call("sending", "(" + OBJECT + HANDLE + ")V");
      }
    }

    /** {@code [answer] → [answer, arguments, answer] → [answer]}. */
    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.ARETURN) {
        super.visitInsn(Opcodes.DUP);
        super.visitVarInsn(Opcodes.ALOAD, 1);
        if (method.equals(EXECUTE_COMMAND)) {
          super.visitMethodInsn(
              Opcodes.INVOKEVIRTUAL, COMMAND, "getArguments", "()L" + ARGUMENTS + ";", false);
        }
        super.visitInsn(Opcodes.SWAP);
        call("answered", "(" + OBJECT + OBJECT + HANDLE + ")V");
      }
      super.visitInsn(opcode);
    }

    private void call(String site, String descriptor) {
      super.visitLdcInsn(RAW);
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, Type.getInternalName(WarmupJedis.class), site, descriptor, false);
    }
  }
}
