package io.warmup.agent.recorder;

/**
 * One cache's get path in bare counts, as cheap to take as to read: no key is looked at.
 *
 * @param cache the cache's name
 * @param warmHits hits on warmed entries
 * @param otherHits hits on entries that the application made itself
 * @param misses gets that found nothing
 * @param missesAvoided first touches of warmed entries
 * @param fates what became of the warmed keys; one that expired unnoticed counts as unread
 */
public record CacheCounts(
    String cache,
    long warmHits,
    long otherHits,
    long misses,
    long missesAvoided,
    WarmedFates fates) {

  /** The same under another name. */
  public CacheCounts named(String name) {
    return new CacheCounts(name, warmHits, otherHits, misses, missesAvoided, fates);
  }

  /** The same with other fates. */
  public CacheCounts withFates(WarmedFates others) {
    return new CacheCounts(cache, warmHits, otherHits, misses, missesAvoided, others);
  }

  /** The newer of both, with no count lower than it was. */
  public CacheCounts notBelow(CacheCounts newer) {
    return new CacheCounts(
        cache,
        Math.max(warmHits, newer.warmHits),
        Math.max(otherHits, newer.otherHits),
        Math.max(misses, newer.misses),
        Math.max(missesAvoided, newer.missesAvoided),
        newer.fates);
  }

  /** Both together, under the name of the first. */
  public CacheCounts plus(CacheCounts other) {
    return new CacheCounts(
        cache,
        warmHits + other.warmHits,
        otherHits + other.otherHits,
        misses + other.misses,
        missesAvoided + other.missesAvoided,
        fates.plus(other.fates));
  }
}
