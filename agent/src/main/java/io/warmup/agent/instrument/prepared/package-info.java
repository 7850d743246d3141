/**
 * Classes of known releases, rewritten when the agent is built: an application that uses one of
 * them starts without the bytecode library.
 */
@NullMarked
package io.warmup.agent.instrument.prepared;

import org.jspecify.annotations.NullMarked;
