/** How instances that share a cache divide its warm-up among themselves. */
@NullMarked
package io.warmup.agent.fleet;

import org.jspecify.annotations.NullMarked;
