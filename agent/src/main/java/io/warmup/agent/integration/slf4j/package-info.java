/** The application's slf4j, 1.7 or 2.x, as the place the agent's lines go. */
@NullMarked
package io.warmup.agent.integration.slf4j;

import org.jspecify.annotations.NullMarked;
