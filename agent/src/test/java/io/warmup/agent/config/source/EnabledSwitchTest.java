package io.warmup.agent.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one question asked before anything else loads. */
class EnabledSwitchTest {

  @AfterEach
  void clear() {
    System.clearProperty("warmup.enabled");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-                                | -     | true",
        "-                                | false | false",
        "-                                | FALSE | false",
        "-                                | no    | true",
        "enabled=false                    | -     | false",
        "warmup.yaml, enabled=false,mode=x | true  | false",
        "enabled=true                     | false | true",
        "mode=warm                        | false | false",
      })
  void theStrongestSourceDecides(String arguments, String property, boolean on) {
    if (property != null) {
      System.setProperty("warmup.enabled", property);
    }

    assertThat(EnabledSwitch.isOn(arguments)).isEqualTo(on);
  }

  @Test
  void itAgreesWithTheConfigurationAboutWhatAnArgumentIs() {
    assertThat(AgentArguments.parse("a.yaml,enabled=false")).containsEntry("enabled", "false");
  }
}
