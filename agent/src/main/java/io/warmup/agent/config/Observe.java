package io.warmup.agent.config;

import java.time.Duration;

/**
 * The observation window.
 *
 * @param window how long the get path is recorded after traffic opened
 * @param interval the grain of the hit-ratio timeline
 */
public record Observe(Duration window, Duration interval) {}
