package io.warmup.agent.config;

/**
 * Staged rollout.
 *
 * @param percent share of instances that warm, 0..100; the others observe
 * @param holdout share of the planned keys left cold on a warmed instance, 0..1
 * @param key what the instance is told apart by
 */
public record Rollout(int percent, double holdout, String key) {}
