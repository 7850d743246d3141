package io.warmup.agent.config.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which name was meant. */
class NearestNameTest {

  private static final List<String> KNOWN = List.of("timeout", "hold", "batch-size", "ttl");

  @ParameterizedTest
  @CsvSource({
    "timout, timeout",
    "tiemout, timeout",
    "TIMEOUT, timeout",
    "batchSize, batch-size",
    "batch_size, batch-size",
    "ttk, ttl",
  })
  void mistyped(String name, String meant) {
    assertThat(NearestName.find(name, KNOWN)).contains(meant);
  }

  @Test
  void nothingNearIsNotGuessed() {
    assertThat(NearestName.find("colour", KNOWN)).isEmpty();
    assertThat(NearestName.to("colour", KNOWN)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"abc, abc, 0", "abc, acb, 1", "abc, ab, 1", "'', abc, 3", "kitten, sitting, 3"})
  void edits(String a, String b, int edits) {
    assertThat(NearestName.distance(a, b)).isEqualTo(edits);
  }
}
