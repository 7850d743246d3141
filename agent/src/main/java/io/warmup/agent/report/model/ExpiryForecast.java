package io.warmup.agent.report.model;

import java.time.Instant;

/**
 * When the warmed keys of a cache expire, and what the source will see then.
 *
 * @param keys that expire
 * @param from when the first does
 * @param until when the last does
 * @param peak when most do
 * @param expiriesPerSecond keys that expire in a second at the peak
 * @param refillsPerSecond of those, as many as are in use so far: loads a second that the source
 *     will see at the peak, at most
 * @param ownOfCache the cache's own expiry, on which {@code ttl-jitter} has no hold
 * @param sentence the same for people; goes on from the name of the cache
 */
public record ExpiryForecast(
    long keys,
    Instant from,
    Instant until,
    Instant peak,
    long expiriesPerSecond,
    long refillsPerSecond,
    boolean ownOfCache,
    String sentence) {

  /** Whether so many expire together that the source will notice. */
  public boolean isCliff() {
    return refillsPerSecond >= 100;
  }
}
