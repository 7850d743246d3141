/** The report as one page: no network, no script, no file beside it. */
@NullMarked
package io.warmup.agent.report.html;

import org.jspecify.annotations.NullMarked;
