package io.warmup.agent.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForeseenMethodTest {

  @Test
  void readsBlockAndFlowStyle() {
    assertThat(ForeseenMethod.inText("gate:\n  method: com.acme.Server#start  # why\n"))
        .isEqualTo("com.acme.Server#start");
    assertThat(ForeseenMethod.inText("gate: { hold: port, method: 'com.acme.Server#start' }"))
        .isEqualTo("com.acme.Server#start");
  }

  @Test
  void isNotMisledByOtherMethods() {
    assertThat(ForeseenMethod.inText("settings: { method: GET }\ngate: { method: a.B#c }"))
        .isEqualTo("a.B#c");
    assertThat(ForeseenMethod.inText("version: 1")).isNull();
  }

  @Test
  void readsNoFileThatNeverEnds() {
    assertThat(ForeseenMethod.find("config=/dev/zero"))
        .isEqualTo(ForeseenMethod.find("config=there-is-none.yaml"));
  }

  @Test
  void readsTheAgentsArguments() {
    String arguments = "config=a.yaml,gate.method=a.B#c";
    assertThat(ForeseenMethod.argument(arguments, "gate.method")).isEqualTo("a.B#c");
    assertThat(ForeseenMethod.argument(arguments, "config")).isEqualTo("a.yaml");
    assertThat(ForeseenMethod.argument("a.yaml", "config")).isEqualTo("a.yaml");
    assertThat(ForeseenMethod.argument(null, "config")).isNull();
  }
}
