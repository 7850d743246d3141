/** Which class, which call: the only place that knows bytecode. */
@NullMarked
package io.warmup.agent.instrument;

import org.jspecify.annotations.NullMarked;
