package io.warmup.agent.report.model;

import java.time.Instant;

/**
 * Which process a report is about.
 *
 * @param host its name
 * @param pid as the host numbers it
 * @param application what people call it: the framework's application name, else its main class
 * @param jvm name and version
 * @param started when the JVM was started
 */
public record ProcessIdentity(
    String host, long pid, String application, String jvm, Instant started) {}
