package io.warmup.agent.report.model;

/**
 * One effective value of the configuration.
 *
 * @param key dotted: {@code gate.timeout}
 * @param value as it holds, masked where it is a secret
 * @param origin where it comes from: {@code warmup.yaml:7}, {@code WARMUP_MODE}, {@code default}
 */
public record Setting(String key, String value, String origin) {}
