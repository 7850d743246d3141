package io.warmup.agent.report.model;

import java.time.Instant;

/**
 * Which process a report is about.
 *
 * @param host its name
 * @param pid as the host numbers it
 * @param application main class, or the file name of the jar that was started
 * @param jvm name and version
 * @param started when the JVM was started
 */
public record ProcessIdentity(
    String host, long pid, String application, String jvm, Instant started) {}
