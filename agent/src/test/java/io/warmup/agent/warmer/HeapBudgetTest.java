package io.warmup.agent.warmer;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.HeapLimit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When the heap is full enough. */
class HeapBudgetTest {

  private static final long MB = 1024 * 1024;

  private final AtomicLong used = new AtomicLong();
  private final HeapBudget budget = new HeapBudget(() -> new Fixed(used));

  @Test
  void allowsAllWithoutALimit() {
    used.set(Long.MAX_VALUE);

    assertThat(budget.reason()).isNull();
  }

  @Test
  void endsAtTheShareOfTheLargestHeap() {
    budget.limit(new HeapLimit.Share(0.5));
    used.set(199 * MB);
    assertThat(budget.reason()).isNull();
    used.set(200 * MB);
    assertThat(budget.reason())
        .isEqualTo("heap use after garbage collection is 200 MB, heap-limit is 200 MB of 400 MB");
  }

  @Test
  void anotherLimitHoldsAtOnce() {
    budget.limit(new HeapLimit.Size(100 * MB));
    used.set(150 * MB);
    assertThat(budget.reason()).isNotNull();
    budget.limit(new HeapLimit.Size(200 * MB));
    assertThat(budget.reason()).isNull();
    budget.limit(null);
    used.set(500 * MB);
    assertThat(budget.reason()).isNull();
  }

  @Test
  void thisJvmSaysWhatIsLeftAfterACollection() {
    HeapUse heap = new HeapUse.OfThisJvm();
    byte[][] kept = new byte[20][(int) MB];
    System.gc();

    assertThat(heap.afterGc()).isBetween(20 * MB, heap.max());
    assertThat(kept).hasNumberOfRows(20);
  }

  private record Fixed(AtomicLong used) implements HeapUse {
    @Override
    public long afterGc() {
      return used.get();
    }

    @Override
    public long max() {
      return 400 * MB;
    }
  }
}
