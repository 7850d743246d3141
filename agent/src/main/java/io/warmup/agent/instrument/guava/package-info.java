/** The get path of Guava's caches, 31 and later: a call beside each call of its own statistics. */
@NullMarked
package io.warmup.agent.instrument.guava;

import org.jspecify.annotations.NullMarked;
