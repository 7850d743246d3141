/** The warm-up's meters in the application's Micrometer. */
@NullMarked
package io.warmup.agent.integration.micrometer;

import org.jspecify.annotations.NullMarked;
