/**
 * The get path's table on the processor's clock: copies of the cache library beside each other in
 * one JVM, in turn, so that what the machine does meanwhile meets all of them.
 */
@NullMarked
package io.warmup.benchmarks.getpath.copies;

import org.jspecify.annotations.NullMarked;
