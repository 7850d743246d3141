/** Caffeine's caches behind the agent's ports: 2.9 and 3.x, several copies in one process. */
@NullMarked
package io.warmup.agent.integration.caffeine;

import org.jspecify.annotations.NullMarked;
