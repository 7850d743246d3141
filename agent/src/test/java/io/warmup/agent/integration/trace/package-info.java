/** What the tests of all cache libraries do to a cache. */
@NullMarked
package io.warmup.agent.integration.trace;

import org.jspecify.annotations.NullMarked;
