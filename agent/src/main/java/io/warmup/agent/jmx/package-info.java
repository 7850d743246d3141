/** The warm-up as an MXBean: for JConsole, Jolokia, and for the command line. */
@NullMarked
package io.warmup.agent.jmx;

import org.jspecify.annotations.NullMarked;
