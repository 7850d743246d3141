package io.warmup.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmup.agent.bridge.WarmupBridge;
import io.warmup.agent.instrument.MethodHook.When;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EntryCallTest {

  private static final String MADE = "Made";

  private final List<String> events = new ArrayList<>();

  @BeforeEach
  void listen() {
    listen((point, subjects) -> events.add(point + " " + Arrays.toString(subjects)));
  }

  @AfterEach
  void stopListening() {
    WarmupBridge.listen(null);
  }

  @Test
  void tellsThisAndTheReferencesAmongTheArguments() throws Exception {
    assertThat(call("mixed", 1L, "a", 2.0, 'c', new String[0][], 3f, "b")).isEqualTo("1a2.0c3.0b");
    assertThat(events).hasSize(1);
    assertThat(events.get(0))
        .startsWith("point [shop, null, a, null, null, [[Ljava.lang.String;")
        .endsWith(", null, b]");
  }

  @Test
  void aStaticMethodHasNoThis() throws Exception {
    assertThat(call("twice", 2.0, "a")).isEqualTo("aa2.0");
    assertThat(events).containsExactly("point [null, null, a]");
  }

  @Test
  void putsTheCallIntoEveryOverload() throws Exception {
    Class<?> shop = loaded(Shop.class, put(bytes(Shop.class), hook(Shop.class, "price", null)));
    Object instance = shop.getConstructor().newInstance();
    shop.getMethod("price", String.class).invoke(instance, "tea");
    shop.getMethod("price", int.class).invoke(instance, 7);
    assertThat(events).containsExactly("point [shop, tea]", "point [shop, null]");
  }

  @Test
  void orIntoTheOneThatTheDescriptorTells() throws Exception {
    MethodHook hook = hook(Shop.class, "price", "(I)Ljava/lang/String;");
    Class<?> shop = loaded(Shop.class, put(bytes(Shop.class), hook));
    Object instance = shop.getConstructor().newInstance();
    shop.getMethod("price", String.class).invoke(instance, "tea");
    shop.getMethod("price", int.class).invoke(instance, 7);
    assertThat(events).containsExactly("point [shop, null]");
  }

  @Test
  void twoHooksMayHaveTheSameMethod() throws Exception {
    byte[] once = put(bytes(Shop.class), hook(Shop.class, "drain", null));
    Class<?> shop = loaded(Shop.class, put(once, hook(Shop.class, "drain", null)));
    Object instance = shop.getConstructor().newInstance();
    shop.getMethod("drain", Iterator.class).invoke(instance, List.of(1, 2).iterator());
    assertThat(events).hasSize(2);
  }

  @Test
  void aNameNeedNotBeAscii() throws Exception {
    assertThat(call("größe")).isEqualTo("XL");
    assertThat(events).containsExactly("point [shop]");
  }

  @Test
  void aSwitchStaysAligned() throws Exception {
    for (int day = 0; day < 5; day++) {
      assertThat(call("day", day)).isEqualTo(new Shop().day(day));
    }
    assertThat(call("colour", "red")).isEqualTo("warm");
    assertThat(call("colour", "blue")).isEqualTo("cold");
    assertThat(events).hasSize(7);
  }

  @Test
  void aLoopBackToTheFirstInstructionTellsNothingAgain() throws Exception {
    assertThat(call("drain", List.of(1, 2, 3).iterator())).isEqualTo("drained");
    assertThat(events).hasSize(1);
  }

  @Test
  void handlersStayWhereTheyWere() throws Exception {
    assertThat(call("parse", "12")).isEqualTo("12");
    assertThat(call("parse", "twelve")).isEqualTo("no number");
  }

  @Test
  void theMethodDoesNotHandleWhatTheListenerThrows() {
    WarmupBridge.listen(null);
    listen(
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
        made(
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
        made(
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
    assertThat(only(loaded(MADE, rewritten)).invoke(null)).isEqualTo("returned");
    assertThat(events).containsExactly("point [null]");
  }

  @Test
  void asManyArgumentsAsThereMayBe() throws Exception {
    byte[] original =
        made(
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
      events.clear();
      assertThat(only(loaded(MADE, rewritten)).invoke(null, arguments)).isEqualTo("a254");
      assertThat(events.get(0)).startsWith("point [null, a0, a1, ").endsWith(", a253, a254]");
    }
  }

  @Test
  void noSuchMethodIsNoRewriting() throws Exception {
    assertThat(EntryCall.put(bytes(Shop.class), hook(Shop.class, "close", null))).isNull();
    assertThat(EntryCall.put(bytes(Shop.class), hook(Shop.class, "price", "()V"))).isNull();
  }

  @Test
  void noCallIsPutWhereThereIsNoBodyOrOneThatACompilerMade() throws Exception {
    assertThat(
            EntryCall.put(bytes(BinaryOperator.class), hook(BinaryOperator.class, "apply", null)))
        .isNull();
    Class<?> named = loaded(Named.class, put(bytes(Named.class), hook(Named.class, "get", null)));
    Object instance = named.getConstructor().newInstance();
    assertThat(((Supplier<?>) instance).get()).isEqualTo("name");
    assertThat(events).hasSize(1);
  }

  @Test
  void whatIsAttachedToTheCodeAndUnknownIsForTheLibrary() throws Exception {
    assertThatNotUnderstood(bytes(Shop.class), hook(Shop.class, "annotated", null));
    byte[] rewritten = rewritten(hook(Shop.class, "annotated", null));
    Class<?> shop = loaded(Shop.class, rewritten);
    Object instance = shop.getConstructor().newInstance();
    assertThat(shop.getMethod("annotated", String.class).invoke(instance, "a")).isEqualTo("[a]");
    assertThat(events).containsExactly("point [shop, a]");
  }

  @Test
  void soIsAConstructor() throws Exception {
    assertThatNotUnderstood(bytes(Shop.class), hook(Shop.class, "<init>", null));
  }

  @Test
  void soIsANameOfCharactersThatClassFilesEncodeInAWayOfTheirOwn() throws Exception {
    assertThatNotUnderstood(bytes(Shop.class), hook(Shop.class, "\ud835\udc99", null));
  }

  @Test
  void soIsAConstantOfAKindToCome() throws Exception {
    byte[] original = bytes(Shop.class);
    original[10] = 99;
    assertThatNotUnderstood(original, hook(Shop.class, "price", null));
  }

  @Test
  void soIsCodeThatWouldGetTooLong() throws Exception {
    assertThat(only(loaded(MADE, put(ofLength(65_519), madeHook()))).invoke(null)).isNull();
    assertThat(events).containsExactly("point [null]");
    assertThatNotUnderstood(ofLength(65_520), madeHook());
  }

  @Test
  void soAreTooManyConstants() throws Exception {
    assertThat(only(loaded(MADE, put(withConstants(65_525), madeHook()))).invoke(null)).isNull();
    assertThat(events).containsExactly("point [null]");
    assertThatNotUnderstood(withConstants(65_526), madeHook());
  }

  @Test
  void nothingOfTheLibraryIsLoaded() throws Exception {
    ClassLoader without =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("net.bytebuddy.")) {
              throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(MethodHook.class.getPackageName() + ".")) {
              return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
          }

          private Class<?> define(String name) throws ClassNotFoundException {
            try {
              byte[] bytes = bytes(Class.forName(name, false, getParent()));
              return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
              throw new ClassNotFoundException(name, e);
            }
          }
        };
    Class<?> user = without.loadClass(HookUser.class.getName());
    @SuppressWarnings("unchecked")
    BinaryOperator<byte[]> hook = (BinaryOperator<byte[]>) user.getConstructor().newInstance();
    byte[] original = bytes(Shop.class);
    assertThat(hook.apply(original, original))
        .isEqualTo(put(original, hook(Shop.class, "day", null)));
  }

  private static void listen(BiConsumer<String, Object[]> listener) {
    assertThat(WarmupBridge.listen(listener)).isTrue();
  }

  private static void assertThatNotUnderstood(byte[] original, MethodHook hook) {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> EntryCall.put(original, hook));
  }

  private @Nullable Object call(String name, Object... arguments) throws Exception {
    Class<?> shop = loaded(Shop.class, put(bytes(Shop.class), hook(Shop.class, name, null)));
    Object instance = shop.getConstructor().newInstance();
    for (Method method : shop.getMethods()) {
      if (method.getName().equals(name)) {
        try {
          return method.invoke(instance, arguments);
        } catch (InvocationTargetException e) {
          throw (Exception) e.getCause();
        }
      }
    }
    throw new NoSuchMethodException(name);
  }

  private static byte[] put(byte[] original, MethodHook hook) {
    byte[] kept = original.clone();
    byte[] rewritten = EntryCall.put(original, hook);
    assertThat(original).isEqualTo(kept);
    assertThat(rewritten).isNotNull();
    return rewritten;
  }

  private static byte[] rewritten(MethodHook hook) throws IOException {
    ClassHook.Target target =
        new ClassHook.Target(Shop.class.getName().replace('.', '/'), null, false);
    byte[] rewritten = hook.rewrite(target, bytes(Shop.class), (where, what, consequence) -> {});
    assertThat(rewritten).isNotNull();
    return rewritten;
  }

  private static MethodHook hook(Class<?> type, String method, @Nullable String descriptor) {
    return new MethodHook(type.getName(), method, descriptor, When.ENTRY, "point", "");
  }

  private static MethodHook madeHook() {
    return new MethodHook(MADE, "made", null, When.ENTRY, "point", "");
  }

  private interface Code {
    void to(MethodVisitor code);
  }

  private static byte[] made(int version, String descriptor, Code body) {
    return made(new ClassWriter(0), version, descriptor, body);
  }

  private static byte[] made(ClassWriter writer, int version, String descriptor, Code body) {
    int flags = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    writer.visit(version, Opcodes.ACC_PUBLIC, MADE, null, "java/lang/Object", null);
    MethodVisitor code = writer.visitMethod(flags, "made", descriptor, null, null);
    code.visitCode();
    body.to(code);
    code.visitMaxs(1, 255);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
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

  private static byte[] ofLength(int length) {
    return made(
        Opcodes.V17,
        "()Ljava/lang/String;",
        code -> {
          for (int i = 0; i < length - 2; i++) {
            code.visitInsn(Opcodes.NOP);
          }
          code.visitInsn(Opcodes.ACONST_NULL);
          code.visitInsn(Opcodes.ARETURN);
        });
  }

  private static byte[] withConstants(int count) {
    int others = constants(withNumbers(0));
    return withNumbers(count - others);
  }

  private static byte[] withNumbers(int count) {
    ClassWriter writer = new ClassWriter(0);
    for (int i = 0; i < count; i++) {
      writer.newConst(i);
    }
    return made(
        writer,
        Opcodes.V17,
        "()Ljava/lang/String;",
        code -> {
          code.visitInsn(Opcodes.ACONST_NULL);
          code.visitInsn(Opcodes.ARETURN);
        });
  }

  private static int constants(byte[] classFile) {
    return (classFile[8] & 0xff) << 8 | classFile[9] & 0xff;
  }

  private static Method only(Class<?> type) {
    return type.getDeclaredMethods()[0];
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    try (InputStream in =
        type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
      return in.readAllBytes();
    }
  }

  private static Class<?> loaded(Class<?> type, byte[] bytes) throws ClassNotFoundException {
    return loaded(type.getName(), bytes);
  }

  private static Class<?> loaded(String type, byte[] bytes) throws ClassNotFoundException {
    ClassLoader loader =
        new ClassLoader(EntryCallTest.class.getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(type)
                ? defineClass(name, bytes, 0, bytes.length)
                : super.loadClass(name, resolve);
          }
        };
    return loader.loadClass(type);
  }

  /** Uses a hook from within the loader that knows no bytecode library. */
  public static class HookUser implements BinaryOperator<byte[]> {

    @Override
    public byte[] apply(byte[] original, byte[] otherwise) {
      MethodHook hook = new MethodHook(Shop.class.getName(), "day", null, When.ENTRY, "point", "");
      ClassHook.Target target = new ClassHook.Target("Shop", null, false);
      byte[] rewritten = hook.rewrite(target, original, (where, what, without) -> {});
      return rewritten == null ? otherwise : rewritten;
    }
  }

  /** With a bridge to its {@code get}. */
  public static class Named implements Supplier<String> {
    @Override
    public String get() {
      return "name";
    }
  }

  /** Something to hook. */
  public static class Shop {

    public String mixed(
        long first, String a, double second, char c, String[][] none, float third, String b) {
      return first + a + second + c + third + b;
    }

    public static String twice(double number, String text) {
      return text + text + number;
    }

    public String price(String product) {
      return product;
    }

    public String price(int number) {
      return "" + number;
    }

    public String größe() {
      return "XL";
    }

    public String day(int day) {
      switch (day) {
        case 1:
          return "Monday";
        case 2:
          return "Tuesday";
        case 3:
          return "Wednesday";
        default:
          return "another";
      }
    }

    public String colour(String name) {
      return switch (name) {
        case "red", "orange" -> "warm";
        case "blue" -> "cold";
        default -> "none";
      };
    }

    public String drain(Iterator<?> elements) {
      while (elements.hasNext()) {
        elements.next();
      }
      return "drained";
    }

    public String parse(String number) {
      try {
        return "" + Integer.parseInt(number);
      } catch (NumberFormatException e) {
        return "no number";
      }
    }

    public String chosen(boolean yes) {
      return new StringBuilder(yes ? "yes" : "no").append('!').toString();
    }

    public String annotated(String element) {
      List<@Nullable String> elements = new ArrayList<>();
      elements.add(element);
      return elements.toString();
    }

    @Override
    public String toString() {
      return "shop";
    }
  }
}
