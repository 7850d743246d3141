/** Clients of Redis: what the application asks, writes and removes by them. */
@NullMarked
package io.warmup.agent.instrument.redis;

import org.jspecify.annotations.NullMarked;
