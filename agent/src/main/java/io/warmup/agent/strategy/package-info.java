/**
 * Policy brought in from outside: strategy jars, the class loader they live in, what they are
 * handed.
 */
@NullMarked
package io.warmup.agent.strategy;

import org.jspecify.annotations.NullMarked;
