package io.warmup.agent.warmer;

import io.warmup.agent.cache.CacheRegistry;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.cache.Trial;
import io.warmup.agent.cache.ValueLoader;
import io.warmup.api.KeysOnlyStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The cache that one run of a strategy fills, and what follows from its kind: who loads, what is
 * left cold, when it is full. Looked for once, when the first keys are listed.
 */
final class Destination {

  private final ManagedStrategy<?, ?> strategy;
  private final Terms terms;
  private final boolean ofPlan;
  private final Consumer<String> warn;
  private volatile @Nullable CacheTarget target;

  /** What brings the values instead of the strategy, or around it; null: the strategy does. */
  private volatile @Nullable ValueLoader ownLoader;

  private volatile @Nullable Overflow overflow;
  private volatile @Nullable ColdKeys coldKeys;

  /**
   * @param ofPlan the strategy's own keys are loaded, not some that somebody asked for
   * @param warn told what the cache cannot do of what is wanted
   */
  Destination(ManagedStrategy<?, ?> strategy, Terms terms, boolean ofPlan, Consumer<String> warn) {
    this.strategy = strategy;
    this.terms = terms;
    this.ofPlan = ofPlan;
    this.warn = warn;
  }

  /**
   * The cache. By one thread at a time.
   *
   * @throws NoSuchElementException if there is none of that name
   * @throws IllegalStateException if it cannot serve this strategy
   */
  CacheTarget find() {
    CacheTarget known = target;
    if (known != null) {
      return known;
    }
    CacheTarget found =
        strategy
            .findCache(terms.cacheName())
            .orElseThrow(
                () -> new NoSuchElementException("cache '" + terms.cacheName() + "' not found"));
    ownLoader = loaderFor(found);
    target = found;
    if (ofPlan) {
      overflow = new Overflow(found);
      leaveSomeCold(found);
    }
    if (terms.ttl().base() != null
        && !found.supportsTtl()
        && strategy.ttlRefused.compareAndSet(false, true)) {
      warn.accept(
          strategy.name
              + ": cache "
              + described(found)
              + " cannot set a ttl per entry; its own expiry holds, not ttl "
              + Text.of(terms.ttl().base()));
    }
    return found;
  }

  /** Valid once it was found. */
  CacheTarget target() {
    return Objects.requireNonNull(target);
  }

  /** Whether one call loads a whole batch; said once it was found. */
  boolean bulk() {
    ValueLoader own = ownLoader;
    return own == null ? strategy.bulk : own.bulk();
  }

  /** Null: the strategy loads. */
  @Nullable ValueLoader ownLoader() {
    return ownLoader;
  }

  /** Valid once it was found; null: none is left cold. */
  @Nullable ColdKeys coldKeys() {
    return coldKeys;
  }

  /** Why no more should be put; null: there is room, or nobody can tell. */
  @Nullable String overflown(long warmed) {
    Overflow full = overflow;
    return full == null ? null : full.reason(warmed);
  }

  /**
   * When what was put expires; null: never, or nobody can tell.
   *
   * @param begun when the run did
   */
  @Nullable Expiry expiry(Instant begun) {
    CacheTarget warmed = target;
    if (warmed == null) {
      return null;
    }
    if (terms.ttl().base() != null && warmed.supportsTtl()) {
      return new Expiry(begun, terms.ttl().base(), terms.ttl().jitter(), false);
    }
    Duration own = ownExpiry(warmed);
    return own == null ? null : new Expiry(begun, own, 0, true);
  }

  /** As the strategy has it, else those that the application has filled. */
  String name() {
    CacheTarget warmed = target;
    return warmed != null && isUnnamed() ? warmed.name() : terms.cacheName();
  }

  /** Whether the strategy names no cache. */
  boolean isUnnamed() {
    return terms.cacheName().equals(CacheRegistry.UNNAMED);
  }

  private @Nullable ValueLoader loaderFor(CacheTarget found) {
    if (!(strategy.strategy instanceof KeysOnlyStrategy)) {
      return found.watching(new StrategyLoader<>(strategy));
    }
    ValueLoader own = found.ownLoader();
    if (own == null) {
      throw new IllegalStateException(
          "cache "
              + described(found)
              + " has no loader of its own to bring the values of a strategy of keys alone;"
              + " give the strategy a loadData");
    }
    return strategy.ownLoads(own);
  }

  private void leaveSomeCold(CacheTarget found) {
    if (terms.split() == null) {
      return;
    }
    Trial trial = found.trial();
    if (trial == null && isUnnamed()) {
      warn.accept(
          strategy.name
              + " is run whole, whatever rollout.holdout says: it names no cache, so which keys it"
              + " warms is known only afterwards");
    } else if (trial == null) {
      warn.accept(
          strategy.name
              + ": no key of "
              + terms.cacheName()
              + " is left cold: the gets of a cache of this kind ("
              + found.kind()
              + ") are not seen key by key, so rollout.holdout would show nothing");
    } else {
      coldKeys = new ColdKeys(terms.split(), trial);
    }
  }

  private String described(CacheTarget found) {
    return terms.cacheName() + " (" + found.kind() + ")";
  }

  /** Only a forecast hangs on it: the run ends well without. */
  private static @Nullable Duration ownExpiry(CacheTarget warmed) {
    try {
      return warmed.expiryAfterWrite();
    } catch (RuntimeException | LinkageError e) {
      return null;
    }
  }
}
