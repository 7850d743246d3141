package io.warmup.agent.control;

import io.warmup.agent.recorder.CacheCounts;
import io.warmup.agent.recorder.Recorder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was counted on the caches' get paths since the process started. The recorder starts anew
 * with each observation window and forgets at its end; a counter must not. Thread-safe.
 */
final class CacheTallies {

  /** Each is a few series in somebody's monitoring: an application may have thousands of caches. */
  private static final int MOST = 200;

  private final Recorder recorder;
  private final Map<String, CacheCounts> earlier = new LinkedHashMap<>();
  private final Map<String, CacheCounts> window = new LinkedHashMap<>();
  private @Nullable Instant opened;

  CacheTallies(Recorder recorder) {
    this.recorder = recorder;
    recorder.beforeClosing(this::take);
  }

  boolean isRecording() {
    return recorder.opened() != null;
  }

  /**
   * As of now.
   *
   * @param aliases the operator's name → the name a source knows
   */
  synchronized List<CacheCounts> counts(Map<String, String> aliases) {
    take();
    Map<String, String> names = recorder.names().operators(aliases);
    Map<String, CacheCounts> all = new LinkedHashMap<>(earlier);
    window.forEach((cache, counts) -> all.merge(cache, counts, CacheTallies::continued));
    return all.values().stream()
        .map(it -> it.named(names.getOrDefault(it.cache(), it.cache())))
        .toList();
  }

  private synchronized void take() {
    Instant current = recorder.opened();
    if (current == null) {
      return;
    }
    if (!Objects.equals(opened, current)) {
      opened = current;
      window.forEach((cache, counts) -> earlier.merge(cache, counts, CacheTallies::continued));
      window.clear();
    }
    for (CacheCounts counts : recorder.counts()) {
      if (window.containsKey(counts.cache()) || window.size() < MOST) {
        window.merge(counts.cache(), counts, CacheCounts::notBelow);
      }
    }
  }

  /** Counts go on; what became of the warmed keys is told of the last window alone. */
  private static CacheCounts continued(CacheCounts before, CacheCounts now) {
    return before.plus(now).withFates(now.fates());
  }
}
