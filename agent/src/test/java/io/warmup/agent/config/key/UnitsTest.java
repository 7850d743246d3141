package io.warmup.agent.config.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers with units. */
class UnitsTest {

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "250us, PT0.00025S",
    "500ms, PT0.5S",
    "1.5s, PT1.5S",
    "30s, PT30S",
    "1h30m, PT1H30M",
    "1h 30m, PT1H30M",
    "2d, PT48H",
    "PT2M, PT2M",
    "P1D, PT24H",
  })
  void durations(String text, Duration duration) {
    assertThat(Units.duration(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "30x", "30s30", "-5s", "1h-", "PT-5S", "P", "3e5s", "400000d"})
  void noDurations(String text) {
    assertThatThrownBy(() -> Units.duration(text)).isInstanceOf(WrongValueException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "500/s, 500", "600/m, 10", "7200/h, 2", "0.5/s, 0.5", "5 / s, 5"})
  void ratesPerSecond(String text, double perSecond) {
    assertThat(Units.rate(text)).isEqualTo(perSecond);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "10%, 0.1", "2.5 %, 0.025", "100%, 1"})
  void shares(String text, double share) {
    assertThat(Units.share(text)).isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource({"1B, 1", "1KB, 1024", "64MB, 67108864", "64 MiB, 67108864", "2G, 2147483648"})
  void sizes(String text, long bytes) {
    assertThat(Units.size(text)).isEqualTo(bytes);
  }

  @Test
  void aSizeBeyondALongIsRefused() {
    assertThatThrownBy(() -> Units.size("99999999TB"))
        .isInstanceOf(WrongValueException.class)
        .hasMessage("is too large");
  }
}
