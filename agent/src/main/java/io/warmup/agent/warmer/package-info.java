/**
 * The mechanism: batches, concurrency, rate, retries, deadlines, progress and statistics of a
 * warm-up. Knows no framework and no instrumentation.
 */
@NullMarked
package io.warmup.agent.warmer;

import org.jspecify.annotations.NullMarked;
