/** Redis clients and cache managers, noticed as they are made. */
@NullMarked
package io.warmup.agent.instrument.holder;

import org.jspecify.annotations.NullMarked;
