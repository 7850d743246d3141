/** Quarkus Cache: look-ups that reach Caffeine as something that Caffeine does not count. */
@NullMarked
package io.warmup.agent.instrument.quarkus;

import org.jspecify.annotations.NullMarked;
