/**
 * The caches of the application, as the warm-up sees them: the port {@link
 * io.warmup.agent.cache.CacheTarget} and the names they are known by.
 */
@NullMarked
package io.warmup.agent.cache;

import org.jspecify.annotations.NullMarked;
