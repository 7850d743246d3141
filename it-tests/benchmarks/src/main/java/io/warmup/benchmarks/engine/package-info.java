/** What the warm-up engine costs, beside others that do the same job. */
@NullMarked
package io.warmup.benchmarks.engine;

import org.jspecify.annotations.NullMarked;
