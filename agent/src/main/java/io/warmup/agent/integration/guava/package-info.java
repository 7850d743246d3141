/** Guava's caches behind the agent's ports: 31 and later. */
@NullMarked
package io.warmup.agent.integration.guava;

import org.jspecify.annotations.NullMarked;
