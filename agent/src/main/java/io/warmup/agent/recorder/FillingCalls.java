package io.warmup.agent.recorder;

import io.warmup.agent.bridge.WarmupFilling;
import io.warmup.agent.cache.ValueLoader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Calls of the application that fill its caches: what they return stands for what they put. */
final class FillingCalls implements ValueLoader {

  private final ValueLoader calls;
  private final ToIntFunction<WarmupFilling> entered;

  /**
   * @param entered ends a call; gives how many entries it put
   */
  FillingCalls(ValueLoader calls, ToIntFunction<WarmupFilling> entered) {
    this.calls = calls;
    this.entered = entered;
  }

  @Override
  public boolean bulk() {
    return calls.bulk();
  }

  @Override
  public @Nullable Object load(Object key) throws Exception {
    Object value;
    int entries;
    WarmupFilling filling = WarmupFilling.begin();
    try {
      value = calls.load(key);
    } finally {
      entries = entered.applyAsInt(filling);
    }
    return entries > 0 ? Answer.PUT : value == null ? null : Answer.NOTHING_NEW;
  }

  /** Which key filled what is not known: as many keys are warmed as entries were put. */
  @Override
  public Map<?, ?> loadAll(List<?> keys) throws Exception {
    Map<?, ?> values;
    int entries;
    WarmupFilling filling = WarmupFilling.begin();
    try {
      values = calls.loadAll(keys);
    } finally {
      entries = entered.applyAsInt(filling);
    }
    List<Object> likeliest = new ArrayList<>(keys);
    likeliest.sort(Comparator.comparing(key -> values.get(key) == null));
    Map<Object, Answer> answers = new HashMap<>(keys.size() * 2);
    for (Object key : likeliest) {
      if (answers.size() < entries) {
        answers.put(key, Answer.PUT);
      } else if (values.get(key) != null) {
        answers.put(key, Answer.NOTHING_NEW);
      }
    }
    return answers;
  }
}
