package io.warmup.agent.instrument.method;

import static io.warmup.agent.instrument.method.ClassFiles.bytes;
import static io.warmup.agent.instrument.method.ClassFiles.hook;
import static io.warmup.agent.instrument.method.ClassFiles.loaded;
import static io.warmup.agent.instrument.method.ClassFiles.madeHook;
import static io.warmup.agent.instrument.method.ClassFiles.only;
import static io.warmup.agent.instrument.method.ClassFiles.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EntryCallTest {

  @RegisterExtension private final BridgeEvents bridge = new BridgeEvents();

  @Test
  void tellsThisAndTheReferencesAmongTheArguments() throws Exception {
    assertThat(call("mixed", 1L, "a", 2.0, 'c', new String[0][], 3f, "b")).isEqualTo("1a2.0c3.0b");
    assertThat(bridge.told()).hasSize(1);
    assertThat(bridge.told().get(0))
        .startsWith("point [shop, null, a, null, null, [[Ljava.lang.String;")
        .endsWith(", null, b]");
  }

  @Test
  void aStaticMethodHasNoThis() throws Exception {
    assertThat(call("twice", 2.0, "a")).isEqualTo("aa2.0");
    assertThat(bridge.told()).containsExactly("point [null, null, a]");
  }

  @Test
  void putsTheCallIntoEveryOverload() throws Exception {
    Class<?> shop = loaded(Shop.class, put(bytes(Shop.class), hook(Shop.class, "price", null)));
    Object instance = shop.getConstructor().newInstance();
    shop.getMethod("price", String.class).invoke(instance, "tea");
    shop.getMethod("price", int.class).invoke(instance, 7);
    assertThat(bridge.told()).containsExactly("point [shop, tea]", "point [shop, null]");
  }

  @Test
  void orIntoTheOneThatTheDescriptorTells() throws Exception {
    MethodHook hook = hook(Shop.class, "price", "(I)Ljava/lang/String;");
    Class<?> shop = loaded(Shop.class, put(bytes(Shop.class), hook));
    Object instance = shop.getConstructor().newInstance();
    shop.getMethod("price", String.class).invoke(instance, "tea");
    shop.getMethod("price", int.class).invoke(instance, 7);
    assertThat(bridge.told()).containsExactly("point [shop, null]");
  }

  @Test
  void twoHooksMayHaveTheSameMethod() throws Exception {
    byte[] once = put(bytes(Shop.class), hook(Shop.class, "drain", null));
    Class<?> shop = loaded(Shop.class, put(once, hook(Shop.class, "drain", null)));
    Object instance = shop.getConstructor().newInstance();
    shop.getMethod("drain", Iterator.class).invoke(instance, List.of(1, 2).iterator());
    assertThat(bridge.told()).hasSize(2);
  }

  @Test
  void aNameNeedNotBeAscii() throws Exception {
    assertThat(call("größe")).isEqualTo("XL");
    assertThat(bridge.told()).containsExactly("point [shop]");
  }

  @Test
  void aSwitchStaysAligned() throws Exception {
    for (int day = 0; day < 5; day++) {
      assertThat(call("day", day)).isEqualTo(new Shop().day(day));
    }
    assertThat(call("colour", "red")).isEqualTo("warm");
    assertThat(call("colour", "blue")).isEqualTo("cold");
    assertThat(bridge.told()).hasSize(7);
  }

  @Test
  void aLoopBackToTheFirstInstructionTellsNothingAgain() throws Exception {
    assertThat(call("drain", List.of(1, 2, 3).iterator())).isEqualTo("drained");
    assertThat(bridge.told()).hasSize(1);
  }

  @Test
  void handlersStayWhereTheyWere() throws Exception {
    assertThat(call("parse", "12")).isEqualTo("12");
    assertThat(call("parse", "twelve")).isEqualTo("no number");
  }

  @Test
  void theMethodDoesNotHandleWhatTheListenerThrows() {
    bridge.tell(
        (point, subjects) -> {
          throw new NumberFormatException("refused");
        });
    assertThatThrownBy(() -> call("parse", "12")).hasMessage("refused");
  }

  @Test
  void anObjectMayBeMadeAcrossBranches() throws Exception {
    assertThat(call("chosen", true)).isEqualTo("yes!");
    assertThat(call("chosen", false)).isEqualTo("no!");
  }

  @Test
  void aDebuggerSeesTheArgumentsFromTheStart() {
    byte[] original =
        MadeClass.of(
            Opcodes.V17,
            "(Ljava/lang/String;)Ljava/lang/String;",
            code -> {
              Label start = new Label();
              Label stored = new Label();
              Label end = new Label();
              code.visitLabel(start);
              code.visitVarInsn(Opcodes.ALOAD, 0);
              code.visitVarInsn(Opcodes.ASTORE, 1);
              code.visitLabel(stored);
              code.visitVarInsn(Opcodes.ALOAD, 1);
              code.visitInsn(Opcodes.ARETURN);
              code.visitLabel(end);
              code.visitLocalVariable("argument", "Ljava/lang/String;", null, start, end, 0);
              code.visitLocalVariable("variable", "Ljava/lang/String;", null, stored, end, 1);
            });
    assertThat(variablesFromTheStart(put(original, madeHook()))).containsExactly("argument");
  }

  @Test
  void classesFromBeforeFramesHaveNone() throws Exception {
    byte[] original =
        MadeClass.of(
            Opcodes.V1_4,
            "()Ljava/lang/String;",
            code -> {
              Label subroutine = new Label();
              code.visitJumpInsn(Opcodes.JSR, subroutine);
              code.visitLdcInsn("returned");
              code.visitInsn(Opcodes.ARETURN);
              code.visitLabel(subroutine);
              code.visitVarInsn(Opcodes.ASTORE, 0);
              code.visitVarInsn(Opcodes.RET, 0);
            });
    byte[] rewritten = put(original, madeHook());
    assertThat(only(loaded(MadeClass.NAME, rewritten)).invoke(null)).isEqualTo("returned");
    assertThat(bridge.told()).containsExactly("point [null]");
  }

  @Test
  void asManyArgumentsAsThereMayBe() throws Exception {
    byte[] original =
        MadeClass.of(
            Opcodes.V17,
            "(" + "Ljava/lang/String;".repeat(255) + ")Ljava/lang/String;",
            code -> {
              code.visitVarInsn(Opcodes.ALOAD, 254);
              code.visitInsn(Opcodes.ARETURN);
            });
    Object[] arguments = new Object[255];
    Arrays.setAll(arguments, i -> "a" + i);
    for (byte[] rewritten :
        List.of(put(original, madeHook()), BridgeCalls.put(original, madeHook()))) {
      bridge.told().clear();
      assertThat(only(loaded(MadeClass.NAME, rewritten)).invoke(null, arguments)).isEqualTo("a254");
      assertThat(bridge.told().get(0))
          .startsWith("point [null, a0, a1, ")
          .endsWith(", a253, a254]");
    }
  }

  private static @Nullable Object call(String name, Object... arguments) throws Exception {
    Class<?> shop = loaded(Shop.class, put(bytes(Shop.class), hook(Shop.class, name, null)));
    return ClassFiles.call(shop.getConstructor().newInstance(), name, arguments);
  }

  private static List<String> variablesFromTheStart(byte[] classFile) {
    List<String> variables = new ArrayList<>();
    MethodVisitor code =
        new MethodVisitor(Opcodes.ASM9) {
          private final Set<Label> start = new HashSet<>();
          private boolean begun;

          @Override
          public void visitLabel(Label label) {
            if (!begun) {
              start.add(label);
            }
          }

          @Override
          public void visitLdcInsn(Object value) {
            begun = true;
          }

          @Override
          public void visitLocalVariable(
              String name, String type, @Nullable String signature, Label from, Label to, int at) {
            if (start.contains(from)) {
              variables.add(name);
            }
          }
        };
    ClassVisitor methods =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] thrown) {
            return code;
          }
        };
    new ClassReader(classFile).accept(methods, 0);
    return variables;
  }
}
