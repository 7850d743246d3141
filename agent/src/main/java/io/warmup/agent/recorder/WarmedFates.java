package io.warmup.agent.recorder;

/**
 * How many warmed keys ended how. Each warmed key is in exactly one of the counts.
 *
 * @param used read at least once by the application
 * @param unread still in the cache, never read
 * @param evictedUnread evicted before anybody read them
 * @param expiredUnread expired before anybody read them
 * @param overwritten written or invalidated by the application before anybody read them
 */
public record WarmedFates(
    long used, long unread, long evictedUnread, long expiredUnread, long overwritten) {

  /** No key was warmed. */
  public static final WarmedFates NONE = new WarmedFates(0, 0, 0, 0, 0);

  WarmedFates plus(WarmedFates other) {
    return new WarmedFates(
        used + other.used,
        unread + other.unread,
        evictedUnread + other.evictedUnread,
        expiredUnread + other.expiredUnread,
        overwritten + other.overwritten);
  }

  /** All warmed keys. */
  public long warmed() {
    return used + unread + evictedUnread + expiredUnread + overwritten;
  }
}
