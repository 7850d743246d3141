package io.warmup.agent.strategy;

/**
 * An instance of a service.
 *
 * @param instance made by its public no-argument constructor
 * @param origin the jar it came from, for people
 */
public record Provided<T>(T instance, String origin) {}
