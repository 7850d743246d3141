package io.warmup.agent.strategy;

import io.warmup.agent.lifecycle.Scope;
import java.util.Spliterator;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Pulls each element inside a unit of work. */
final class ScopedSpliterator<T> implements Spliterator<T> {

  private final Spliterator<T> elements;
  private final Scope scope;

  ScopedSpliterator(Spliterator<T> elements, Scope scope) {
    this.elements = elements;
    this.scope = scope;
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    return scoped(() -> elements.tryAdvance(action));
  }

  /** In one go: nothing is split. */
  @Override
  public @Nullable Spliterator<T> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return scoped(elements::estimateSize);
  }

  @Override
  public int characteristics() {
    return elements.characteristics() & ~(SORTED | CONCURRENT);
  }

  private <R> R scoped(Callable<R> work) {
    try {
      return scope.call(work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
