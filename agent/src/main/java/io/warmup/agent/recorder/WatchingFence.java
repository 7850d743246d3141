package io.warmup.agent.recorder;

import io.warmup.agent.bridge.WarmupWatch;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.PutOutcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fence of a cache whose writes the agent's own hooks tell of, but which shows no lock to put
 * under: marks are set before a write takes effect, and looked at just before the put.
 */
final class WatchingFence implements Fence {

  private final CacheTarget target;
  private final RecordedCache recorded;
  private final WarmupWatch watch;
  private final Map<Object, WarmupWatch.Mark> marks;
  private final Fence fence;

  /**
   * @param target puts
   * @param recorded is told of the writes
   */
  WatchingFence(CacheTarget target, RecordedCache recorded, List<?> keys) {
    this.target = target;
    this.recorded = recorded;
    this.fence = target.fence(keys);
    this.watch = recorded.record().watch();
    this.marks = new HashMap<>(keys.size() * 2);
    for (Object key : keys) {
      if (!marks.containsKey(key)) {
        marks.put(key, watch.watch(key));
      }
    }
  }

  @Override
  public PutOutcome put(Object key, Object value, @Nullable Duration ttl) {
    WarmupWatch.Mark mark = marks.get(key);
    if (mark != null && mark.isTouched()) {
      return target.contains(key) ? PutOutcome.ALREADY_PRESENT : PutOutcome.OVERWRITTEN;
    }
    PutOutcome outcome = fence.put(key, value, ttl);
    if (outcome == PutOutcome.WARMED) {
      recorded.record().keyed().warmed(key);
    }
    return outcome;
  }

  @Override
  public void close() {
    marks.forEach(watch::release);
    marks.clear();
    fence.close();
  }
}
