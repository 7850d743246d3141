package io.warmup.agent.instrument.redis;

import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * The future around a command, which synchronous calls wait for too: its command is told before it
 * is, so that what the application does next comes next.
 */
final class LettuceFuture extends LettuceClass {

  private static final String ANY = "L" + LETTUCE + "protocol/RedisCommand;";

  LettuceFuture(ClassVisitor next) {
    super(next, FUTURE, null, "field command " + ANY, "method completeResult()V");
  }

  @Override
  MethodVisitor site(String method, MethodVisitor next) {
    return new AtEntry(next) {
      @Override
      void enter() {
        visitVarInsn(Opcodes.ALOAD, 0);
        getField(this, "command", ANY);
        call(this, "answered", "(" + OBJECT + ")V");
      }
    };
  }

  @Override
  void give() {
    // Nothing: it is asked for its command.
  }
}
