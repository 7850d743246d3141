package io.warmup.agent.warmer;

import java.time.Duration;
import java.time.Instant;

/**
 * When the entries that a run put expire.
 *
 * @param from when the first was put, or a moment before
 * @param life from its put to its end
 * @param jitter by how much of itself {@code life} varies either way from entry to entry, 0..1
 * @param ownOfCache the cache's own expiry, on which {@code ttl} and {@code ttl-jitter} have no
 *     hold
 */
public record Expiry(Instant from, Duration life, double jitter, boolean ownOfCache) {}
