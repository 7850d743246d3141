/**
 * Ehcache's own interface behind the agent's ports: 3.10 to 3.12. Its JCache is in {@code jcache}.
 */
@NullMarked
package io.warmup.agent.integration.ehcache;

import org.jspecify.annotations.NullMarked;
