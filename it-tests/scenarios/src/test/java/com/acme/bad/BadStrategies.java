package com.acme.bad;

import io.warmup.api.CacheWarmupStrategy;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Every way in which a strategy can be wrong. */
public final class BadStrategies {

  private BadStrategies() {}

  /** Warms products that nobody has. */
  public static class Works implements CacheWarmupStrategy<Long, Object> {
    @Override
    public Stream<Long> getKeysToWarmup() throws Exception {
      return LongStream.rangeClosed(1_000_001, 1_000_010).boxed();
    }

    @Override
    public Object loadData(Long key) throws Exception {
      return "product " + key;
    }

    @Override
    public String getCacheName() {
      return "products";
    }
  }

  /** Cannot be made. */
  public static class ConstructorThrows extends Works {
    public ConstructorThrows() {
      throw new IllegalStateException("no licence");
    }
  }

  /** Is never made. */
  public static class ConstructorHangs extends Works {
    public ConstructorHangs() throws InterruptedException {
      new CountDownLatch(1).await();
    }
  }

  /** Cannot list its keys. */
  public static class KeysThrow extends Works {
    @Override
    public Stream<Long> getKeysToWarmup() {
      throw new IllegalStateException("no such table");
    }
  }

  /** Fails half way through its keys. */
  public static class KeysThrowLate extends Works {
    @Override
    public Stream<Long> getKeysToWarmup() {
      return LongStream.rangeClosed(1_000_001, 1_000_010)
          .boxed()
          .peek(
              key -> {
                if (key == 1_000_005) {
                  throw new IllegalStateException("cursor lost");
                }
              });
    }
  }

  /** Never lists its keys. */
  public static class KeysHang extends Works {
    @Override
    public Stream<Long> getKeysToWarmup() throws Exception {
      new CountDownLatch(1).await();
      return Stream.empty();
    }
  }

  /** Loads nothing. */
  public static class LoadThrows extends Works {
    @Override
    public Object loadData(Long key) {
      throw new IllegalStateException("source is down");
    }
  }

  /** Never loads. */
  public static class LoadHangs extends Works {
    @Override
    public Object loadData(Long key) throws Exception {
      new CountDownLatch(1).await();
      return key;
    }
  }

  /** Warms a cache that nobody has. */
  public static class WrongCache extends Works {
    @Override
    public String getCacheName() {
      return "prodcts";
    }
  }
}
