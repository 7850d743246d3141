/** JCache 1.1 behind the agent's ports, whoever provides it. */
@NullMarked
package io.warmup.agent.integration.jcache;

import org.jspecify.annotations.NullMarked;
