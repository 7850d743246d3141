package io.warmup.agent.config;

import java.time.Duration;
import java.util.List;

/**
 * The observation window.
 *
 * @param window how long the get path is recorded after traffic opened; zero: not at all
 * @param interval the grain of the hit-ratio timeline
 * @param recordPrefixes package prefixes of relocated copies of Caffeine and Guava to record too,
 *     {@code com.acme.shaded.}
 */
public record Observe(Duration window, Duration interval, List<String> recordPrefixes) {}
