/**
 * Where settings come from: agent arguments, system properties, environment, file. Says what stands
 * where; knows no key.
 */
@NullMarked
package io.warmup.agent.config.source;

import org.jspecify.annotations.NullMarked;
