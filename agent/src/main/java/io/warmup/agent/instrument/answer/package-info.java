/** The get path of caches whose answers tell hit from miss. */
@NullMarked
package io.warmup.agent.instrument.answer;

import org.jspecify.annotations.NullMarked;
