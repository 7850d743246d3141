/**
 * The agent's own log lines: to stderr until the application is up, then to the application's own
 * logging. Knows no other part of the agent, so that each of them may use it.
 */
@NullMarked
package io.warmup.agent.log;

import org.jspecify.annotations.NullMarked;
