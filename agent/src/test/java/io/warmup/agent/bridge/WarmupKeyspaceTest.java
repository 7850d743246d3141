package io.warmup.agent.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Which cache a key of Redis belongs to, and what it is called there. */
class WarmupKeyspaceTest {

  private final WarmupKeyspace fruit = WarmupKeyspace.with("fruit:");
  private final WarmupKeyspace sour = WarmupKeyspace.with("fruit:sour:");

  @Test
  void aKeyBelongsToTheLongestPrefixThatFits() {
    assertThat(WarmupKeyspace.owner(bytes("fruit:apple"))).isSameAs(fruit);
    assertThat(WarmupKeyspace.owner(bytes("fruit:sour:lime"))).isSameAs(sour);
    assertThat(WarmupKeyspace.owner(bytes("fruit:"))).isSameAs(fruit);
    assertThat(WarmupKeyspace.owner(bytes("fruit"))).isNull();
    assertThat(WarmupKeyspace.owner(bytes("a fruit:apple"))).isNull();
    assertThat(WarmupKeyspace.with("fruit:")).isSameAs(fruit);
  }

  @Test
  void itGoesByWhatStandsBehindThePrefixHoweverAStrategyNamesIt() {
    Object key = sour.keyIn(bytes("fruit:sour:7"));
    assertThat(key).isEqualTo("7").isEqualTo(WarmupKeyspace.key(7L));
    assertThat(key).isEqualTo(WarmupKeyspace.key("7")).isEqualTo(WarmupKeyspace.key(bytes("7")));
    assertThat(sour.whole(key)).isEqualTo(bytes("fruit:sour:7"));
  }

  @Test
  void bytesThatAreNoTextStayWhatTheyAre() {
    byte[] whole = {'f', 'r', 'u', 'i', 't', ':', -1, 0, 2};
    Object key = fruit.keyIn(whole);
    assertThat(key).isEqualTo(ByteBuffer.wrap(new byte[] {-1, 0, 2}));
    assertThat(key).isEqualTo(WarmupKeyspace.key(new byte[] {-1, 0, 2}));
    assertThat(fruit.whole(key)).isEqualTo(whole);

    assertThat(WarmupKeyspace.key("\uFFFD")).as("text that only looks so").isEqualTo("\uFFFD");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
