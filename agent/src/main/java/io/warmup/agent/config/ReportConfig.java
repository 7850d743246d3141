package io.warmup.agent.config;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the results go.
 *
 * @param folder for JSON and HTML reports
 * @param http {@code host:port} of the live page; null: none
 */
public record ReportConfig(Path folder, @Nullable String http) {}
