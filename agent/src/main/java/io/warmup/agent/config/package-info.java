/**
 * What the operator wants: one immutable {@link io.warmup.agent.config.WarmupConfig}, its sources
 * and precedence, and errors that name file, line and the nearest known key.
 */
@NullMarked
package io.warmup.agent.config;

import org.jspecify.annotations.NullMarked;
