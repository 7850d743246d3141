package io.warmup.agent.instrument.method;

import static io.warmup.agent.instrument.method.ClassFiles.bytes;
import static io.warmup.agent.instrument.method.ClassFiles.hook;
import static io.warmup.agent.instrument.method.ClassFiles.loaded;
import static io.warmup.agent.instrument.method.ClassFiles.madeHook;
import static io.warmup.agent.instrument.method.ClassFiles.only;
import static io.warmup.agent.instrument.method.ClassFiles.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.method.MethodHook.When;
import java.io.IOException;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where no call is put, and what is left to the bytecode library. */
class EntryCallLimitsTest {

  @RegisterExtension private final BridgeEvents bridge = new BridgeEvents();

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
    assertThat(bridge.told()).hasSize(1);
  }

  @Test
  void whatIsAttachedToTheCodeAndUnknownIsForTheLibrary() throws Exception {
    assertThatNotUnderstood(bytes(Shop.class), hook(Shop.class, "annotated", null));
    byte[] rewritten = rewritten(hook(Shop.class, "annotated", null));
    Class<?> shop = loaded(Shop.class, rewritten);
    Object instance = shop.getConstructor().newInstance();
    assertThat(shop.getMethod("annotated", String.class).invoke(instance, "a")).isEqualTo("[a]");
    assertThat(bridge.told()).containsExactly("point [shop, a]");
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
    assertThat(
            only(loaded(MadeClass.NAME, put(MadeClass.ofLength(65_519), madeHook()))).invoke(null))
        .isNull();
    assertThat(bridge.told()).containsExactly("point [null]");
    assertThatNotUnderstood(MadeClass.ofLength(65_520), madeHook());
  }

  @Test
  void soAreTooManyConstants() throws Exception {
    assertThat(
            only(loaded(MadeClass.NAME, put(MadeClass.withConstants(65_525), madeHook())))
                .invoke(null))
        .isNull();
    assertThat(bridge.told()).containsExactly("point [null]");
    assertThatNotUnderstood(MadeClass.withConstants(65_526), madeHook());
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
            if (!name.startsWith(ClassHook.class.getPackageName() + ".")) {
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

  private static void assertThatNotUnderstood(byte[] original, MethodHook hook) {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> EntryCall.put(original, hook));
  }

  private static byte[] rewritten(MethodHook hook) throws IOException {
    ClassHook.Target target =
        new ClassHook.Target(Shop.class.getName().replace('.', '/'), null, false);
    byte[] rewritten = hook.rewrite(target, bytes(Shop.class), (where, what, consequence) -> {});
    assertThat(rewritten).isNotNull();
    return rewritten;
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
}
