package io.warmup.agent.instrument.redis;

import io.warmup.agent.bridge.WarmupCommand;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The command itself: told when it is made and when it is complete. */
final class LettuceCommand extends LettuceClass {

  private static final String TYPE = LETTUCE + "protocol/ProtocolKeyword";
  private static final String ARGUMENTS = LETTUCE + "protocol/CommandArgs";
  private static final String OUTPUT = LETTUCE + "output/CommandOutput";
  private static final String MADE = "<init>(L" + TYPE + ";L" + OUTPUT + ";L" + ARGUMENTS + ";)V";
  private static final String COMPLETE = "complete()V";
  private static final String ERROR = "getError()Ljava/lang/String;";
  private static final String ANSWER = "get()" + OBJECT;
  private static final String ASKED = "warmupAsked";

  LettuceCommand(ClassVisitor next) {
    super(
        next,
        COMMAND,
        WarmupCommand.class,
        "field type L" + TYPE + ";",
        "field args L" + ARGUMENTS + ";",
        "field output L" + OUTPUT + ";",
        "method " + MADE,
        "method " + COMPLETE,
        "method " + ERROR,
        "method " + ANSWER);
  }

  @Override
  MethodVisitor site(String method, MethodVisitor next) {
    return switch (method) {
      case MADE -> new AtReturn(next);
      case COMPLETE ->
          new AtEntry(next) {
            @Override
            void enter() {
              visitVarInsn(Opcodes.ALOAD, 0);
              call(this, "answered", "(" + OBJECT + ")V");
            }
          };
      default -> next;
    };
  }

  private static final class AtReturn extends MethodVisitor {

    AtReturn(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.RETURN) {
        super.visitVarInsn(Opcodes.ALOAD, 0);
        call(this, "made", "(" + OBJECT + ")V");
      }
      super.visitInsn(opcode);
    }
  }

  @Override
  void give() {
    addField(ASKED, "Z");
    MethodVisitor name = begin("warmupName", "()[B");
    getField(name, "type", "L" + TYPE + ";");
    name.visitMethodInsn(Opcodes.INVOKEINTERFACE, TYPE, "getBytes", "()[B", true);
    end(name, Opcodes.ARETURN);

    // Of the package that the command is in too.
    MethodVisitor arguments = begin("warmupArguments", "()" + LIST);
    getField(arguments, "args", "L" + ARGUMENTS + ";");
    arguments.visitFieldInsn(Opcodes.GETFIELD, ARGUMENTS, "singularArguments", LIST);
    end(arguments, Opcodes.ARETURN);

    MethodVisitor output = begin("warmupOutput", "()" + OBJECT);
    getField(output, "output", "L" + OUTPUT + ";");
    end(output, Opcodes.ARETURN);

    giveOwn("warmupAnswer", ANSWER);
    giveOwn("warmupError", ERROR);

    MethodVisitor asked = begin(ASKED, "()Z");
    getField(asked, ASKED, "Z");
    end(asked, Opcodes.IRETURN);

    MethodVisitor ask = begin(ASKED, "(Z)V");
    ask.visitVarInsn(Opcodes.ILOAD, 1);
    putField(ask, ASKED, "Z");
    end(ask, Opcodes.RETURN);
  }

  private void giveOwn(String name, String method) {
    int descriptor = method.indexOf('(');
    MethodVisitor code = begin(name, method.substring(descriptor));
    code.visitMethodInsn(
        Opcodes.INVOKEVIRTUAL,
        COMMAND,
        method.substring(0, descriptor),
        method.substring(descriptor),
        false);
    end(code, Opcodes.ARETURN);
  }
}
