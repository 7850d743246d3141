/**
 * Which planned keys are left cold, and what comparing them with warmed ones shows: the split and
 * its statistics, both without state.
 */
@NullMarked
package io.warmup.agent.holdout;

import org.jspecify.annotations.NullMarked;
