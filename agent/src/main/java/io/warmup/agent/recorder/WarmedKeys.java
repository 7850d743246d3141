package io.warmup.agent.recorder;

import io.warmup.agent.bridge.WarmupFates;
import io.warmup.agent.bridge.WarmupGets;
import io.warmup.agent.bridge.WarmupNode;
import io.warmup.agent.bridge.WarmupStore;
import io.warmup.agent.recorder.StoredKeys.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Warmed keys whose entries have not ended yet.
 *
 * @param unread some of those that nobody has read
 * @param used some of those that somebody has
 * @param expired how many unread ones are past their time and still in the store, which has not
 *     noticed yet
 * @param gone how many unread ones a store without nodes has let go of, or the garbage collector
 *     has taken
 */
record WarmedKeys(List<Object> unread, List<Object> used, long expired, long gone) {

  static final WarmedKeys NOT_LOOKED_AT = new WarmedKeys(List.of(), List.of(), 0, 0);

  /** Of each; they are compared with what is missed. */
  private static final int MOST = 20_000;

  /**
   * @param store null where it has no nodes
   * @param standing of a key in a store without nodes
   */
  static WarmedKeys of(
      @Nullable WarmupStore store, WarmupGets gets, Function<Object, Standing> standing) {
    return store != null && store.warmupHasNodes()
        ? ofNodes(store)
        : ofKeys(gets.keyed().unread(), gets.keyed().used(), standing);
  }

  private static WarmedKeys ofNodes(WarmupStore store) {
    List<Object> unread = new ArrayList<>();
    List<Object> used = new ArrayList<>();
    long expired = 0;
    long collected = 0;
    for (Object each : store.warmupTable().values()) {
      WarmupNode node = (WarmupNode) each;
      byte flag = node.warmupFlag();
      if ((flag & WarmupNode.WARMED) == 0) {
        continue;
      }
      boolean read = !WarmupFates.isUnread(flag);
      List<Object> keys = read ? used : unread;
      Object key = node.getKey();
      if (!read && isExpired(store, node)) {
        expired++;
      } else if (!read && (key == null || node.getValue() == null)) {
        collected++;
      } else if (key != null && keys.size() < MOST) {
        keys.add(key);
      }
    }
    return new WarmedKeys(unread, used, expired, collected);
  }

  /** By the application's own clock, which may fail. */
  private static boolean isExpired(WarmupStore store, WarmupNode node) {
    try {
      return store.warmupExpired(node);
    } catch (Throwable e) {
      return false;
    }
  }

  private static WarmedKeys ofKeys(
      List<Object> unread, List<Object> used, Function<Object, Standing> standing) {
    Map<Standing, List<Object>> found = unread.stream().collect(Collectors.groupingBy(standing));
    return new WarmedKeys(
        some(found.getOrDefault(Standing.THERE, List.of())),
        some(used),
        found.getOrDefault(Standing.EXPIRED, List.of()).size(),
        found.getOrDefault(Standing.GONE, List.of()).size());
  }

  private static List<Object> some(List<Object> keys) {
    return keys.subList(0, Math.min(MOST, keys.size()));
  }
}
