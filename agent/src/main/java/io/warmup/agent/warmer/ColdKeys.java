package io.warmup.agent.warmer;

import io.warmup.agent.cache.Trial;
import io.warmup.agent.cache.Trial.Arm;
import io.warmup.agent.holdout.HoldoutSplit;
import java.util.ArrayList;
import java.util.List;

/**
 * Leaves some of a run's keys cold, for comparison.
 *
 * @param split says which
 * @param trial watches them, and as many warmed ones
 */
record ColdKeys(HoldoutSplit split, Trial trial) {

  /** Those of the keys that are to be warmed, in their order. */
  <K> List<K> without(List<K> planned) {
    List<K> rest = new ArrayList<>(planned.size());
    for (K key : planned) {
      Arm arm = split.arm(key);
      boolean watched = arm != null && trial.admit(key, arm);
      if (!watched || arm == Arm.WARMED) {
        rest.add(key);
      }
    }
    return rest;
  }
}
