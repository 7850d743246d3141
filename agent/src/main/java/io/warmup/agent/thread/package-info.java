/** The agent's own threads, and the processor time they take. */
@NullMarked
package io.warmup.agent.thread;

import org.jspecify.annotations.NullMarked;
