package io.warmup.agent.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.Mode;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Agent arguments over system properties over environment over file over default. */
class PrecedenceTest {

  @TempDir Path folder;
  private Operator operator;

  @BeforeEach
  void operator() {
    operator = new Operator(folder);
  }

  @Test
  void eachSourceWinsOverTheOneBelow() {
    assertThat(timeout()).isEqualTo("60s from default");

    operator.file("gate:\n  timeout: 1s\n");
    assertThat(timeout()).isEqualTo("1s from warmup.yaml:2:12");

    operator.variable("WARMUP_GATE_TIMEOUT", "2s");
    assertThat(timeout()).isEqualTo("2s from WARMUP_GATE_TIMEOUT");

    operator.property("warmup.gate.timeout", "3s");
    assertThat(timeout()).isEqualTo("3s from -Dwarmup.gate.timeout");

    operator.arguments("gate.timeout=4s");
    assertThat(timeout()).isEqualTo("4s from agent argument gate.timeout");
    assertThat(operator.config().gate().timeout()).isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void theFileIsNamedByTheSameSources() {
    operator.file("a.yaml", "mode: observe\n").file("b.yaml", "mode: off\n");

    assertThat(operator.variable("WARMUP_CONFIG", "a.yaml").config().mode())
        .isEqualTo(Mode.OBSERVE);
    assertThat(operator.property("warmup.config", "b.yaml").config().mode()).isEqualTo(Mode.OFF);
    assertThat(operator.arguments("config=a.yaml").config().mode()).isEqualTo(Mode.OBSERVE);
    assertThat(operator.arguments("b.yaml,mode=warm").config().mode()).isEqualTo(Mode.WARM);
  }

  @Test
  void strategiesCachesAndSettingsCanBeSetFromOutside() {
    operator
        .file("strategies:\n  hot-products: { rate: 1/s, settings: { days: 30 } }\n")
        .variable("WARMUP_STRATEGIES_HOT_PRODUCTS_RATE", "2/s")
        .variable("WARMUP_STRATEGIES_HOT_PRODUCTS_SETTINGS_DAYS", "7")
        .property("warmup.strategies.com.acme.Other.schedule", "0,30 * * * *; every 5m")
        .property("warmup.caches.products", "Repo.cache")
        .arguments("strategies.hot-products.settings.limit=5,defaults.retries=9");

    var config = operator.config();
    assertThat(config.strategy("hot-products").rate()).isEqualTo(2);
    assertThat(config.strategy("hot-products").retries()).isEqualTo(9);
    assertThat(config.strategy("hot-products").settings().getInt("days", 0)).isEqualTo(7);
    assertThat(config.strategy("hot-products").settings().getInt("limit", 0)).isEqualTo(5);
    assertThat(config.strategy("com.acme.Other").schedule())
        .containsExactly("0,30 * * * *", "every 5m");
    assertThat(config.caches()).containsEntry("products", "Repo.cache");
  }

  @Test
  void anAgentArgumentMayHoldCommas() {
    assertThat(
            operator
                .arguments("strategies.A.schedule=0,30 * * * *,mode=observe")
                .config()
                .strategy("A")
                .schedule())
        .containsExactly("0,30 * * * *");
  }

  @Test
  void enabledFalseIsOffWhereverItStands() {
    assertThat(operator.file("enabled: false\nmode: warm\n").config().mode()).isEqualTo(Mode.OFF);
  }

  @Test
  void anUnknownVariableIsToldAndChangesNothing() {
    var loaded =
        operator
            .variable("WARMUP_PORT_80_TCP", "tcp://10.0.0.1:80")
            .variable("WARMUP_GATE_TIMOUT", "1s")
            .loaded();

    assertThat(loaded.notices())
        .contains(
            "WARMUP_GATE_TIMOUT is no setting of the agent; did you mean 'WARMUP_GATE_TIMEOUT'?")
        .anyMatch(line -> line.startsWith("WARMUP_PORT_80_TCP is no setting"));
  }

  private String timeout() {
    return operator.loaded().effective().entries().stream()
        .filter(entry -> entry.key().equals("gate.timeout"))
        .map(entry -> entry.value() + " from " + entry.origin())
        .findFirst()
        .orElseThrow();
  }
}
