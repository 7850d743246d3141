/**
 * The report as a document: what the JSON file holds, member for member, and what every page, table
 * and log line is made from. {@code report-schema.json} beside this package describes it for
 * readers outside.
 */
@NullMarked
package io.warmup.agent.report.model;

import org.jspecify.annotations.NullMarked;
