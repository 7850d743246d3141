/** Lines for the person on call. */
@NullMarked
package io.warmup.agent.log;

import org.jspecify.annotations.NullMarked;
