/** Reasons not to do anything in this JVM, asked before anything heavy loads. */
@NullMarked
package io.warmup.agent.guard;

import org.jspecify.annotations.NullMarked;
