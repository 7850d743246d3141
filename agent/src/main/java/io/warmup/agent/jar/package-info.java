/** What the agent's own jar holds. */
@NullMarked
package io.warmup.agent.jar;

import org.jspecify.annotations.NullMarked;
