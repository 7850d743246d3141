/**
 * The one port through which people reach a warm-up that goes on in a live application: what it is
 * doing, and run, stop and plan. Live page, metrics, JMX and command line know it, and it knows
 * none of them.
 */
@NullMarked
package io.warmup.agent.control;

import org.jspecify.annotations.NullMarked;
