package io.warmup.agent.warmer;

import io.warmup.agent.fleet.FleetShare;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A strategy's keys as far as they are this instance's to load: a segment at a time. Where nobody
 * can tell who loads what, it loads all that is left.
 */
final class FleetKeys<K> implements KeySource<K> {

  private final Callable<Stream<K>> listing;
  private final FleetShare share;
  private final long limit;
  private final BooleanSupplier shared;
  private final Consumer<String> warn;
  private volatile boolean alone;

  /**
   * @param listing lists the strategy's own; called anew for each segment
   * @param limit at most so many of them; 0: all
   * @param shared whether the cache is one that other instances see
   * @param warn told once if the instance is left to itself
   */
  FleetKeys(
      Callable<Stream<K>> listing,
      FleetShare share,
      long limit,
      BooleanSupplier shared,
      Consumer<String> warn) {
    this.listing = listing;
    this.share = share;
    this.limit = limit;
    this.shared = shared;
    this.warn = warn;
  }

  @Override
  public @Nullable Stream<K> next() throws Exception {
    if (alone) {
      return null;
    }
    if (!shared.getAsBoolean()) {
      return all("its cache is in this process alone");
    }
    int segment;
    try {
      share.finished();
      segment = share.next();
    } catch (RuntimeException | LinkageError e) {
      return all("who warms what cannot be settled: " + Failure.of(e));
    }
    return segment < 0 ? null : listed().filter(key -> FleetShare.holds(segment, key));
  }

  private Stream<K> all(String why) throws Exception {
    alone = true;
    warn.accept("scope: fleet: " + why + "; this instance warms all keys that are missing");
    return listed();
  }

  private Stream<K> listed() throws Exception {
    Stream<K> keys = listing.call();
    return limit == 0 ? keys : keys.limit(limit);
  }

  @Override
  public boolean wasLast() {
    return alone;
  }

  @Override
  public void close() {
    try {
      share.close();
    } catch (RuntimeException | LinkageError e) {
      // The lease ends by itself.
    }
  }

  /** What became of the segments, for the run's line; null: nothing that needs saying. */
  @Nullable String note() {
    return alone || share.mine() == FleetShare.SEGMENTS
        ? null
        : "fleet: "
            + share.mine()
            + " of "
            + FleetShare.SEGMENTS
            + " segments warmed here, the others by other instances";
  }
}
