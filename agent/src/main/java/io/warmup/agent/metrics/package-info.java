/** The warm-up's figures as meters: Prometheus' text formats, and the application's Micrometer. */
@NullMarked
package io.warmup.agent.metrics;

import org.jspecify.annotations.NullMarked;
