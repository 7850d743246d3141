package io.warmup.agent.warmer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Spliterator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A strategy's stream of keys, pulled a chunk at a time by whichever worker is free: no queue, no
 * thread of its own. The stream is opened by the first pull, advanced by one thread at a time, and
 * closed whatever happens.
 *
 * <p>It also knows when all is done: no more keys, and every chunk settled.
 */
final class KeyFeed<K> {

  private static final int SPINS = 200;

  private final KeySource<K> source;
  private final long limit;
  private final Runnable drained;
  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Chunk<K>> returned = new ConcurrentLinkedQueue<>();

  /** Chunks out, and one for the stream itself. */
  private final AtomicInteger open = new AtomicInteger(1);

  private final AtomicBoolean ended = new AtomicBoolean();

  private volatile boolean closed;

  /** A part is listed, and the next one waits for what is out of it. */
  private volatile boolean resting;

  private volatile long total = -1;
  private volatile @Nullable Stream<K> stream;
  private @Nullable Spliterator<K> keys;
  private long pulled;

  /**
   * @param limit at most so many keys; 0 or less: all
   * @param drained called once, by the thread that settles the last chunk
   */
  KeyFeed(KeySource<K> source, long limit, Runnable drained) {
    this.source = source;
    this.limit = limit <= 0 ? Long.MAX_VALUE : limit;
    this.drained = drained;
  }

  /**
   * The next keys, at most {@code size}; null if there are none, or none until what is out is
   * settled: who settles the last of it asks again.
   *
   * @param sharers workers among whom the last keys are shared, where it is known how many are left
   * @throws Exception what the strategy throws on listing its keys
   */
  @Nullable Chunk<K> next(int size, int sharers) throws Exception {
    Chunk<K> back = returned.poll();
    if (back != null) {
      return back;
    }
    if (ended.get()) {
      return null;
    }
    lock();
    try {
      if (ended.get()) {
        return null;
      }
      List<K> chunk = pull(size, sharers);
      if (ended.get() || chunk == null) {
        return null;
      }
      if (chunk.isEmpty()) {
        end();
        source.close();
        return null;
      }
      pulled += chunk.size();
      open.incrementAndGet();
      if (pulled == limit) {
        end();
      }
      return new Chunk<>(Collections.unmodifiableList(chunk));
    } catch (Throwable e) {
      closeStream();
      throw e;
    } finally {
      lock.unlock();
      closeStreamIfEnded();
    }
  }

  /**
   * A pull takes microseconds: less than it takes to put a thread to sleep and wake it, so that is
   * done only if a few tries in a row find the lock taken.
   */
  private void lock() throws InterruptedException {
    for (int tries = 0; tries < SPINS; tries++) {
      if (lock.tryLock()) {
        return;
      }
      Thread.onSpinWait();
    }
    lock.lockInterruptibly();
  }

  /** Empty: there are no more; null: the next part waits for what is out of this one. */
  private @Nullable List<K> pull(int most, int sharers) throws Exception {
    while (true) {
      Spliterator<K> from = keys == null ? openStream() : keys;
      List<K> chunk = from == null ? List.of() : chunk(from, most, sharers);
      if (from == null || !chunk.isEmpty() || source.wasLast()) {
        return chunk;
      }
      if (open.get() > 1) {
        resting = true;
        return null;
      }
      closeStream();
    }
  }

  private List<K> chunk(Spliterator<K> from, int most, int sharers) {
    int size = (int) Math.min(most, limit - pulled);
    if (total >= 0) {
      size = (int) Math.max(1, Math.min(size, (total - pulled) / sharers));
    }
    List<K> chunk = new ArrayList<>(size);
    Consumer<K> add = chunk::add;
    while (chunk.size() < size && from.tryAdvance(add)) {
      // tryAdvance does it
    }
    return chunk;
  }

  private @Nullable Spliterator<K> openStream() throws Exception {
    Stream<K> opened = source.next();
    resting = false;
    if (opened == null) {
      return null;
    }
    stream = opened;
    Spliterator<K> from = opened.sequential().spliterator();
    long size = from.getExactSizeIfKnown();
    if (size >= 0 && source.wasLast()) {
      total = Math.min(size, limit);
    }
    keys = from;
    return from;
  }

  /** Takes back what nobody has begun; it comes out again first. */
  void giveBack(Chunk<K> chunk) {
    returned.add(chunk);
    if (closed) {
      discardReturned();
    }
  }

  /** A chunk is accounted for. */
  void settled() {
    if (open.decrementAndGet() == 0) {
      drained.run();
    }
  }

  boolean mayHaveMore() {
    boolean waits = resting && open.get() > 1;
    return (!ended.get() && !waits) || !returned.isEmpty();
  }

  /** Keys in all, or -1 if the stream does not know. */
  long total() {
    return total;
  }

  /**
   * No more keys come out. Returns at once: the stream is closed by the executor, or by the thread
   * that hangs in it when that comes back.
   */
  void close(Executor cleaner) {
    closed = true;
    end();
    discardReturned();
    cleaner.execute(this::closeAll);
  }

  private void discardReturned() {
    while (returned.poll() != null) {
      settled();
    }
  }

  private void end() {
    if (ended.compareAndSet(false, true)) {
      settled();
    }
  }

  private void closeAll() {
    closeStreamIfEnded();
    source.close();
  }

  private void closeStreamIfEnded() {
    if (ended.get() && stream != null && lock.tryLock()) {
      try {
        closeStream();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Under the lock. */
  private void closeStream() {
    Stream<K> opened = stream;
    stream = null;
    keys = null;
    if (opened != null) {
      try {
        opened.close();
      } catch (Throwable ignored) {
        // The keys are listed; what closing adds to that is the source's own affair.
      }
    }
  }
}
