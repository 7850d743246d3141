/**
 * The get path of Caffeine 2.9 and 3.x: its stores and entries get one field each as they load, and
 * a call stands beside each call of its own statistics.
 */
@NullMarked
package io.warmup.agent.instrument.caffeine;

import org.jspecify.annotations.NullMarked;
