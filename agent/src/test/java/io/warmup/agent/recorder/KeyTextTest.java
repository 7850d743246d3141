package io.warmup.agent.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeyTextTest {

  @Test
  void foldsWhatVaries() {
    assertThat(KeyText.template("price:4711")).isEqualTo("price:*");
    assertThat(KeyText.template("shop/7/user/12")).isEqualTo("shop/*/user/*");
    assertThat(KeyText.template("session:" + UUID.randomUUID())).isEqualTo("session:*");
    assertThat(KeyText.template("user:anna")).isEqualTo("user:*");
    assertThat(KeyText.template(4711L)).isEqualTo("Long *");
    assertThat(KeyText.template("anna")).isEqualTo("String *");
  }

  @Test
  void cutsWhatIsTooLong() {
    assertThat(KeyText.of("x".repeat(1_000))).hasSize(200).endsWith("…");
  }

  @Test
  void bytesAreHex() {
    assertThat(KeyText.of(ByteBuffer.wrap(new byte[] {-1, 0, 2}))).isEqualTo("0xff0002");
    assertThat(KeyText.of(ByteBuffer.wrap(new byte[1_000]))).hasSize(200).endsWith("…");
  }
}
