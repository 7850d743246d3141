package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.AsyncCacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.warmup.agent.cache.ValueLoader;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The loader an application gave its Caffeine cache is found, and called past the cache. */
class OwnLoaderTest {

  @EachCaffeine
  void aLoadingCacheShowsIt() throws Exception {
    LoadingCache<Object, Object> unbounded = Caffeine.newBuilder().build(key -> "one " + key);
    LoadingCache<Object, Object> bounded =
        Caffeine.newBuilder().maximumSize(10).build(key -> "one " + key);
    for (LoadingCache<Object, Object> cache : List.of(unbounded, bounded)) {
      ValueLoader loader = OwnLoader.of(cache);
      assertThat(loader.bulk()).isFalse();
      assertThat(loader.load("a")).isEqualTo("one a");
      assertThat(cache.asMap()).as("nothing is put by that").isEmpty();
    }
  }

  @EachCaffeine
  void soDoesAnAsynchronousOne() throws Exception {
    AsyncCacheLoader<Object, Object> later =
        (key, executor) -> CompletableFuture.supplyAsync(() -> "later " + key, executor);
    for (Object cache :
        List.of(
            Caffeine.newBuilder().buildAsync(later),
            Caffeine.newBuilder().maximumSize(10).buildAsync(later))) {
      assertThat(OwnLoader.of(cache).load("a")).isEqualTo("later a");
    }
  }

  @EachCaffeine
  void whatItThrowsArrivesAsItIs() {
    AsyncCacheLoader<Object, Object> down =
        (key, executor) -> CompletableFuture.failedFuture(new IOException("source is down"));
    assertThatThrownBy(() -> OwnLoader.of(Caffeine.newBuilder().buildAsync(down)).load("a"))
        .isInstanceOf(IOException.class)
        .hasMessage("source is down");
  }

  @EachCaffeine
  void aManualCacheHasNone() {
    assertThat(OwnLoader.of(Caffeine.newBuilder().build())).isNull();
    assertThat(OwnLoader.of(Caffeine.newBuilder().maximumSize(10).buildAsync())).isNull();
  }
}
