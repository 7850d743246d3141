package io.warmup.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 %",
    "0.0004, 0.1 %",
    "0.004, 0.4 %",
    "0.614, 61 %",
    "0.9996, 99.9 %",
    "1, 100 %",
    "NaN, –"
  })
  void shareIsNeverNoneForSomeNorAllForNotAll(double share, String text) {
    assertThat(Figures.share(share)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.0 %", "0.912, 91.2 %", "0.99999, 99.9 %", "1, 100.0 %", "NaN, –"})
  void ratioKeepsOneDecimal(double ratio, String text) {
    assertThat(Figures.ratio(ratio)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "80, 80 ns",
    "340000, 340 µs",
    "1400000, 1.4 ms",
    "350000000, 350 ms",
    "999600000, 1.0 s",
    "10000000000, 10 s",
    "41170000000, 41.2 s",
    "59960000000, 1 min",
    "125000000000, 2 min 5 s",
    "11040000000000, 3 h 4 min"
  })
  void durationIsReadAtAGlance(long nanos, String text) {
    assertThat(Figures.duration(Duration.ofNanos(nanos))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"512, 512 B", "1900, 1.9 kB", "1843200, 1.8 MB"})
  void bytesAreDecimal(long bytes, String text) {
    assertThat(Figures.bytes(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1, 1 miss", "29408, '29,408 misses'", "0, 0 misses"})
  void countsAgreeInNumber(long n, String text) {
    assertThat(Figures.count(n, "miss", "misses")).isEqualTo(text);
  }
}
