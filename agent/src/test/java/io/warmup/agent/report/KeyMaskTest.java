package io.warmup.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyMaskTest {

  @ParameterizedTest
  @CsvSource({
    "price:4711, price:*",
    "price:4711:eur, price:*:*",
    "user/alice/cart, user/*/*",
    "alice@example.com, *",
    "4711:alice, *:*",
    "alice@example.com:cart, *:*",
    "price:*, price:*",
    "plain, *",
    "'', ''"
  })
  void templateKeepsOnlyTheNameInFront(String key, String masked) {
    assertThat(KeyMask.TEMPLATE.mask(key)).isEqualTo(masked);
  }

  @Test
  void hashTellsKeysApartWithoutShowingThem() {
    String hash = KeyMask.HASH.mask("alice@example.com");

    assertThat(hash).matches("[0-9a-f]{12}");
    assertThat(KeyMask.HASH.mask("alice@example.com")).isEqualTo(hash);
    assertThat(KeyMask.HASH.mask("bob@example.com")).isNotEqualTo(hash);
  }

  @Test
  void plainHidesNothing() {
    assertThat(KeyMask.PLAIN.mask("alice@example.com")).isEqualTo("alice@example.com");
  }
}
