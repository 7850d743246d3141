/** What the agent costs a real application until it is ready. */
@NullMarked
package io.warmup.benchmarks.start;

import org.jspecify.annotations.NullMarked;
