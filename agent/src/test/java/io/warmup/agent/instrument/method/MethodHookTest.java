package io.warmup.agent.instrument.method;

import static io.warmup.agent.instrument.method.ClassFiles.bytes;
import static io.warmup.agent.instrument.method.ClassFiles.call;
import static io.warmup.agent.instrument.method.ClassFiles.loaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.method.MethodHook.When;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MethodHookTest {

  @RegisterExtension private final BridgeEvents bridge = new BridgeEvents();
  private final List<String> missing = new ArrayList<>();

  @Test
  void tellsOfTheEntryWithThisAndTheArguments() throws Exception {
    Object server = hooked("start", When.ENTRY);
    call(server, "start", "shop", 80);
    assertThat(bridge.told()).containsExactly("point [server, shop, null]");
    assertThat(server.getClass().getField("started").get(server)).isEqualTo("shop:80");
  }

  @Test
  void tellsOfEveryWayOut() throws Exception {
    Object server = hooked("check", When.EXIT);
    assertThat(call(server, "check", true)).isEqualTo("yes");
    assertThat(call(server, "check", false)).isEqualTo("no");
    assertThat(bridge.told()).hasSize(2);
  }

  @Test
  void anExceptionIsNoExit() throws Exception {
    Object server = hooked("fail", When.EXIT);
    assertThatThrownBy(() -> call(server, "fail")).hasMessageContaining("broken");
    assertThat(bridge.told()).isEmpty();
  }

  @Test
  void whatTheListenerThrowsStopsTheApplicationAsItMeansTo() throws Exception {
    bridge.tell(
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
    byte[] original = bytes(Server.class);
    ClassHook.Target target =
        new ClassHook.Target(Server.class.getName().replace('.', '/'), null, false);
    byte @Nullable [] rewritten =
        hook.rewrite(
            target, original, (where, what, consequence) -> missing.add(what + ": " + consequence));
    return loaded(Server.class, rewritten == null ? original : rewritten)
        .getConstructor()
        .newInstance();
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
