/**
 * The hook that tells of a method's entry or exit, put in with the bytecode library or, at an
 * entry, without it.
 */
@NullMarked
package io.warmup.agent.instrument.method;

import org.jspecify.annotations.NullMarked;
