package io.warmup.agent.config;

import java.util.List;

/**
 * Staged rollout.
 *
 * @param percent share of instances that warm, 0..100; the others observe
 * @param holdout share of the planned keys left cold on a warmed instance, 0..1
 * @param key what the instance is told apart by; see {@link InstanceRollout}
 * @param holdoutExcept keys that are never left cold; {@code *} stands for any text
 */
public record Rollout(int percent, double holdout, String key, List<String> holdoutExcept) {}
