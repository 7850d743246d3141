/**
 * What people see: the report assembled from what the warmer and the recorder know, the verdict,
 * and one package or class for each way out.
 */
@NullMarked
package io.warmup.agent.report;

import org.jspecify.annotations.NullMarked;
