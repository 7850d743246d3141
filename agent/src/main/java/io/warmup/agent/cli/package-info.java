/** {@code java -jar warmup-agent.jar …}: what an operator does from a shell. */
@NullMarked
package io.warmup.agent.cli;

import org.jspecify.annotations.NullMarked;
