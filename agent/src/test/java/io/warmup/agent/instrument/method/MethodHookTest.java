package io.warmup.agent.instrument.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmup.agent.bridge.WarmupBridge;
import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.method.MethodHook.When;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MethodHookTest {

  private final List<String> events = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  @BeforeEach
  void listen() {
    assertThat(
            WarmupBridge.listen(
                (point, subjects) -> events.add(point + " " + Arrays.toString(subjects))))
        .isTrue();
  }

  @AfterEach
  void stopListening() {
    WarmupBridge.listen(null);
  }

  @Test
  void tellsOfTheEntryWithThisAndTheArguments() throws Exception {
    Object server = hooked("start", When.ENTRY);
    call(server, "start", "shop", 80);
    assertThat(events).containsExactly("point [server, shop, null]");
    assertThat(server.getClass().getField("started").get(server)).isEqualTo("shop:80");
  }

  @Test
  void tellsOfEveryWayOut() throws Exception {
    Object server = hooked("check", When.EXIT);
    assertThat(call(server, "check", true)).isEqualTo("yes");
    assertThat(call(server, "check", false)).isEqualTo("no");
    assertThat(events).hasSize(2);
  }

  @Test
  void anExceptionIsNoExit() throws Exception {
    Object server = hooked("fail", When.EXIT);
    assertThatThrownBy(() -> call(server, "fail")).hasMessageContaining("broken");
    assertThat(events).isEmpty();
  }

  @Test
  void whatTheListenerThrowsStopsTheApplicationAsItMeansTo() throws Exception {
    WarmupBridge.listen(null);
    WarmupBridge.listen(
        (point, subjects) -> {
          throw new IllegalStateException("refused");
        });
    Object server = hooked("start", When.ENTRY);
    assertThatThrownBy(() -> call(server, "start", "shop", 80)).hasMessageContaining("refused");
    assertThat(server.getClass().getField("started").get(server)).isNull();
  }

  @Test
  void aMethodThatIsNotThereIsReportedAndTheClassLeftAlone() throws Exception {
    hooked("stop", When.ENTRY);
    assertThat(missing).containsExactly("method stop: nothing is held");
  }

  private Object hooked(String method, When when) throws Exception {
    MethodHook hook =
        new MethodHook(Server.class.getName(), method, null, when, "point", "nothing is held");
    String file = Server.class.getName().replace('.', '/') + ".class";
    byte[] original;
    try (InputStream in = Server.class.getClassLoader().getResourceAsStream(file)) {
      original = in.readAllBytes();
    }
    ClassHook.Target target =
        new ClassHook.Target(Server.class.getName().replace('.', '/'), null, false);
    byte @Nullable [] rewritten =
        hook.rewrite(
            target, original, (where, what, consequence) -> missing.add(what + ": " + consequence));
    byte[] bytes = rewritten == null ? original : rewritten;
    ClassLoader loader =
        new ClassLoader(getClass().getClassLoader()) {
          @Override
          protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.equals(Server.class.getName())
                ? defineClass(name, bytes, 0, bytes.length)
                : super.loadClass(name, resolve);
          }
        };
    return loader.loadClass(Server.class.getName()).getConstructor().newInstance();
  }

  private static @Nullable Object call(Object server, String name, Object... arguments)
      throws Exception {
    for (var method : server.getClass().getMethods()) {
      if (method.getName().equals(name)) {
        try {
          return method.invoke(server, arguments);
        } catch (InvocationTargetException e) {
          throw (Exception) e.getCause();
        }
      }
    }
    throw new NoSuchMethodException(name);
  }

  /** Something to hook. */
  public static class Server {
    public @Nullable String started;

    public void start(String name, int port) {
      started = name + ":" + port;
    }

    public String check(boolean yes) {
      if (yes) {
        return "yes";
      }
      return "no";
    }

    public void fail() {
      throw new IllegalStateException("broken");
    }

    @Override
    public String toString() {
      return "server";
    }
  }
}
