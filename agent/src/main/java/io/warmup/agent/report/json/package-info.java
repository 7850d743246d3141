/** The report as JSON, both ways. */
@NullMarked
package io.warmup.agent.report.json;

import org.jspecify.annotations.NullMarked;
