/**
 * Hazelcast's maps behind the agent's ports: 5.1 to 5.7, on a member. Its JCache is in {@code
 * jcache}.
 */
@NullMarked
package io.warmup.agent.integration.hazelcast;

import org.jspecify.annotations.NullMarked;
