/**
 * From sources to one {@link io.warmup.agent.config.WarmupConfig}, or to a list of problems; and
 * what an edited file changes while the application runs.
 */
@NullMarked
package io.warmup.agent.config.load;

import org.jspecify.annotations.NullMarked;
