package io.warmup.agent.recorder;

import io.warmup.agent.recorder.CacheObservation.MissedKey;
import io.warmup.agent.recorder.FrequentKeys.Count;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What should have been warmed.
 *
 * @param counts missed keys, most frequent first
 * @param top the first of them, as text
 * @param templates all of them folded, most frequent first
 * @param bounds how far the counts can be relied on
 */
record MissedKeys(
    List<Count> counts, List<MissedKey> top, List<MissedKey> templates, MissedBounds bounds) {

  private static final int SHOWN = 100;

  static final MissedKeys NONE = of(List.of(), MissedBounds.EXACT);

  List<Object> keys() {
    return counts.stream().map(Count::key).toList();
  }

  static MissedKeys of(List<Count> counts, MissedBounds bounds) {
    List<MissedKey> top = new ArrayList<>();
    Map<String, Long> folded = new HashMap<>();
    for (Count each : counts) {
      if (top.size() < SHOWN) {
        top.add(new MissedKey(KeyText.of(each.key()), each.count()));
      }
      folded.merge(KeyText.template(each.key()), each.count(), Long::sum);
    }
    List<MissedKey> templates = new ArrayList<>();
    folded.forEach((template, count) -> templates.add(new MissedKey(template, count)));
    templates.sort((one, other) -> Long.compare(other.count(), one.count()));
    return new MissedKeys(
        counts, top, List.copyOf(templates.subList(0, Math.min(SHOWN, templates.size()))), bounds);
  }
}
