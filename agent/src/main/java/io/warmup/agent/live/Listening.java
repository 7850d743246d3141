package io.warmup.agent.live;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/**
 * Where the live page listens.
 *
 * @param address resolved
 */
record Listening(InetSocketAddress address) {

  /**
   * Of {@code host:port}; an IPv6 address stands in brackets.
   *
   * @throws IllegalArgumentException with the reason in words
   */
  static Listening at(String text) {
    int colon = text.lastIndexOf(':');
    try {
      InetAddress host = InetAddress.getByName(text.substring(0, Math.max(0, colon)));
      return new Listening(
          new InetSocketAddress(host, Integer.parseInt(text.substring(colon + 1))));
    } catch (UnknownHostException | IllegalArgumentException e) {
      throw new IllegalArgumentException("'" + text + "' is no host:port of this machine", e);
    }
  }

  /** Whether nobody but this machine can connect. */
  boolean isLoopback() {
    return address.getAddress().isLoopbackAddress();
  }
}
