/**
 * The classes that code inserted into other classes may call: written here as ordinary code, moved
 * to {@code java.lang} when the agent jar is shaded, and defined there at premain, so that every
 * class loader sees them. They use JDK types only.
 */
@NullMarked
package io.warmup.agent.bridge;

import org.jspecify.annotations.NullMarked;
