/** Two reports beside each other: what a warm-up gained, and what it cost. */
@NullMarked
package io.warmup.agent.report.diff;

import org.jspecify.annotations.NullMarked;
