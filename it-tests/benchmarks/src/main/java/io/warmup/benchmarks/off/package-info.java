/** What an agent costs that is switched off. */
@NullMarked
package io.warmup.benchmarks.off;

import org.jspecify.annotations.NullMarked;
