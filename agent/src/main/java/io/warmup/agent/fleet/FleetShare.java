package io.warmup.agent.fleet;

import io.warmup.agent.config.StableHash;
import io.warmup.agent.thread.AgentThreads;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * This instance's share of one strategy's run: its keys fall into segments by a hash of their text,
 * the same on every instance, and whoever claims a segment first warms it. One at a time, so that
 * all finish together; an instance that dies lets its lease run out, and another one takes over.
 *
 * <p>{@link #next}, {@link #finished} and {@link #close} are called by one thread at a time.
 */
public final class FleetShare implements AutoCloseable {

  /** Divides evenly among two, three, four, six or twelve; each costs one listing of the keys. */
  public static final int SEGMENTS = 12;

  private final Supplier<Claims> place;
  private final String work;
  private final Timing timing;
  private final String token = UUID.randomUUID().toString();
  private final boolean[] done = new boolean[SEGMENTS];
  private final int first = ThreadLocalRandom.current().nextInt(SEGMENTS);
  private int mine;
  private volatile @Nullable Claims claims;
  private volatile @Nullable String held;
  private @Nullable Thread keeper;
  private volatile boolean closed;

  /**
   * How long things take.
   *
   * @param lease after which the segments of an instance that has died are free
   * @param poll between looks at segments that others hold
   * @param keep for how long nobody has to warm a segment again
   */
  public record Timing(Duration lease, Duration poll, Duration keep) {

    /** Of a network within a data centre. */
    public static Timing keeping(Duration keep) {
      return new Timing(Duration.ofSeconds(10), Duration.ofMillis(250), keep);
    }
  }

  /**
   * @param place where claims are made; asked when one is; may throw what they throw
   * @param work what is divided, under the same name on every instance
   */
  public FleetShare(Supplier<Claims> place, String work, Timing timing) {
    this.place = place;
    this.work = work;
    this.timing = timing;
  }

  /**
   * Claims one more segment, and waits while all that are left are others'.
   *
   * @return -1: every one is done
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public int next() throws InterruptedException {
    Claims claims = claims();
    while (true) {
      boolean open = false;
      for (int i = 0; i < SEGMENTS; i++) {
        int segment = (first + i) % SEGMENTS;
        if (!done[segment]) {
          switch (claims.claim(name(segment), token, timing.lease)) {
            case YOURS -> {
              hold(segment);
              return segment;
            }
            case DONE -> done[segment] = true;
            case TAKEN -> open = true;
          }
        }
      }
      if (!open) {
        return -1;
      }
      Thread.sleep(timing.poll.toMillis());
    }
  }

  /** Whether a key belongs to a segment. */
  public static boolean holds(int segment, Object key) {
    return (int) (StableHash.of(String.valueOf(key)) * SEGMENTS) == segment;
  }

  /** Every key of the segment last claimed is done with. */
  public void finished() {
    String segment = held;
    if (segment != null) {
      held = null;
      if (claims().finish(segment, token, timing.keep)) {
        mine++;
      }
    }
  }

  /** How many segments this instance has done. */
  public int mine() {
    return mine;
  }

  /** What is not done is anybody's at once. */
  @Override
  public void close() {
    closed = true;
    Thread renewing = keeper;
    if (renewing != null) {
      renewing.interrupt();
    }
    String segment = held;
    held = null;
    if (segment != null) {
      claims().release(segment, token);
    }
  }

  private Claims claims() {
    Claims known = claims;
    if (known == null) {
      known = place.get();
      claims = known;
    }
    return known;
  }

  private String name(int segment) {
    return work + ":" + segment;
  }

  private void hold(int segment) {
    held = name(segment);
    if (keeper == null) {
      keeper = AgentThreads.daemon("warmup-lease", this::keep);
      keeper.start();
    }
  }

  /** A renewal that fails is tried again: until the lease ends there is time. */
  private void keep() {
    while (!closed) {
      try {
        Thread.sleep(timing.lease.toMillis() / 3);
        String segment = held;
        if (segment != null) {
          claims().renew(segment, token, timing.lease);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException noAnswer) {
        // Somebody else takes over at worst, and finds in the cache what is there.
      }
    }
  }
}
