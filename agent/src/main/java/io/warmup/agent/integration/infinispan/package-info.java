/**
 * Infinispan's embedded caches behind the agent's ports: 13 to 16. Its JCache is in {@code jcache}.
 */
@NullMarked
package io.warmup.agent.integration.infinispan;

import org.jspecify.annotations.NullMarked;
