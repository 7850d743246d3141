/**
 * The warm-up in a flight recording. Loaded only where the JVM has the module jdk.jfr, and no
 * earlier than an application arrives.
 */
@NullMarked
package io.warmup.agent.jfr;

import org.jspecify.annotations.NullMarked;
