package io.warmup.agent.integration.redis;

import java.nio.charset.StandardCharsets;

/** Text as the clients send it by default. */
final class Bytes {

  private Bytes() {}

  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
