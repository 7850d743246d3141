/** What a get costs with its path recorded, beside the cache's own statistics. */
@NullMarked
package io.warmup.benchmarks.getpath;

import org.jspecify.annotations.NullMarked;
