/**
 * What a strategy jar compiles against: a strategy says which keys are worth loading and how to
 * load them; the agent owns everything else.
 */
@NullMarked
package io.warmup.api;

import org.jspecify.annotations.NullMarked;
