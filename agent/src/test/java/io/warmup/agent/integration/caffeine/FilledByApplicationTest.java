package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.warmup.agent.cache.Fence;
import io.warmup.agent.cache.PutOutcome;
import io.warmup.agent.cache.ValueLoader;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.FilledByApplication;
import io.warmup.agent.recorder.OwnThreads;
import io.warmup.agent.recorder.WarmedFates;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** A strategy that names no cache calls the application: what that puts anywhere is warmed. */
class FilledByApplicationTest {

  private final Recording recording = new Recording();
  private final FilledByApplication filled =
      new FilledByApplication(recording.recorder, () -> {}, name -> "my " + name);

  @EachCaffeine
  void whatIsLoadedOnItsBehalfIsWarmedAndItsOwnGetsDoNotCount() throws Exception {
    LoadingCache<Object, Object> bounded =
        Caffeine.newBuilder().maximumSize(100).build(key -> "v" + key);
    LoadingCache<Object, Object> unbounded = Caffeine.newBuilder().build(key -> "v" + key);
    for (LoadingCache<Object, Object> cache : List.of(bounded, unbounded)) {
      cache.put("there", "application's");
      assertThat(warm(cache::get, "a")).isEqualTo(PutOutcome.WARMED);
      assertThat(warm(cache::get, "a")).isEqualTo(PutOutcome.ALREADY_PRESENT);
      assertThat(warm(cache::get, "b")).isEqualTo(PutOutcome.WARMED);
      assertThat(warm(cache::get, "there")).isEqualTo(PutOutcome.ALREADY_PRESENT);
      recording.recorder.open();
      assertThat(cache.get("a")).isEqualTo("va");
      assertThat(cache.get("a")).isEqualTo("va");
      cache.get("there");
      cache.get("cold");

      CacheObservation seen = recording.of(cache);
      assertThat(seen.hits()).isEqualTo(3);
      assertThat(seen.misses()).isEqualTo(1);
      assertThat(seen.missesAvoided()).isEqualTo(1);
      assertThat(seen.fates()).isEqualTo(new WarmedFates(1, 1, 0, 0, 0));
    }
    String name = recording.recorder.find(bounded).orElseThrow().name();
    assertThat(filled.name()).contains("my " + name).contains(", ");
    recording.close();
  }

  @EachCaffeine
  void asynchronousCachesAreFilledTooWhenTheirFuturesAreDoneLater() throws Exception {
    AsyncCache<Object, Object> bounded = Caffeine.newBuilder().maximumSize(100).buildAsync();
    AsyncCache<Object, Object> unbounded = Caffeine.newBuilder().buildAsync();
    for (AsyncCache<Object, Object> cache : List.of(bounded, unbounded)) {
      CompletableFuture<Object> later = new CompletableFuture<>();
      assertThat(warm(key -> cache.get(key, (k, executor) -> later), "a"))
          .isEqualTo(PutOutcome.WARMED);
      later.complete("va");
      assertThat(
              warm(
                  key -> cache.asMap().putIfAbsent(key, CompletableFuture.completedFuture("vb")),
                  "b"))
          .isEqualTo(PutOutcome.WARMED);
      assertThatThrownBy(
          () ->
              warm(
                  key ->
                      cache
                          .get(
                              key,
                              (k, executor) ->
                                  CompletableFuture.failedFuture(new CancellationException()))
                          .join(),
                  "down"));
      recording.recorder.open();
      assertThat(cache.getIfPresent("a")).isCompletedWithValue("va");

      CacheObservation seen = recording.of(cache);
      assertThat(seen.missesAvoided()).isEqualTo(1);
      assertThat(seen.fates()).isEqualTo(new WarmedFates(1, 1, 0, 0, 0));
    }
    recording.close();
  }

  @EachCaffeine
  void whatAnotherThreadWritesMeanwhileIsNot() throws Exception {
    Cache<Object, Object> bounded = Caffeine.newBuilder().maximumSize(100).build();
    Cache<Object, Object> unbounded = Caffeine.newBuilder().build();
    for (Cache<Object, Object> cache : List.of(bounded, unbounded)) {
      assertThat(
              warm(
                  key -> {
                    cache.put(key, "ours");
                    onAnotherThread(() -> cache.put(key, "theirs"));
                    onAnotherThread(() -> cache.put("else", "theirs"));
                    return key;
                  },
                  "a"))
          .isEqualTo(PutOutcome.ALREADY_PRESENT);
      recording.recorder.open();
      cache.getIfPresent("a");
      cache.getIfPresent("else");
      assertThat(recording.of(cache).fates()).isEqualTo(WarmedFates.NONE);
    }
    recording.close();
  }

  @EachCaffeine
  void anEntryThatItRenewsIsOneWarmedKeyStill() throws Exception {
    Cache<Object, Object> bounded = Caffeine.newBuilder().maximumSize(100).build();
    Cache<Object, Object> unbounded = Caffeine.newBuilder().build();
    for (Cache<Object, Object> cache : List.of(bounded, unbounded)) {
      for (String value : List.of("first", "second")) {
        assertThat(
                warm(
                    key -> {
                      cache.put(key, value);
                      return key;
                    },
                    "a"))
            .isEqualTo(PutOutcome.WARMED);
      }
      warm(
          key -> {
            cache.put(key, "third");
            cache.invalidate(key);
            return null;
          },
          "b");
      recording.recorder.open();
      assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(0, 1, 0, 0, 0));
      assertThat(cache.getIfPresent("a")).isEqualTo("second");
      assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(1, 0, 0, 0, 0));
    }
    recording.close();
  }

  @EachCaffeine
  void aCacheThatIsBuiltWhileItIsCalledIsFilledToo() throws Exception {
    AtomicReference<Cache<Object, Object>> late = new AtomicReference<>();
    assertThat(
            warm(
                key -> {
                  late.set(Caffeine.newBuilder().maximumSize(10).build());
                  return late.get().get(key, k -> "v");
                },
                "a"))
        .isEqualTo(PutOutcome.WARMED);
    recording.recorder.open();
    late.get().getIfPresent("a");
    assertThat(recording.of(late.get()).fates()).isEqualTo(new WarmedFates(1, 0, 0, 0, 0));
    recording.close();
  }

  @EachCaffeine
  void ofABatchAsManyKeysAreWarmedAsEntriesWerePut() throws Exception {
    LoadingCache<Object, Object> cache =
        Caffeine.newBuilder().maximumSize(100).build(key -> key.equals("none") ? null : "v" + key);
    cache.get("there");
    Map<?, ?> answers = loadAll(cache::getAll, List.of("none", "there", "a", "b"));
    try (Fence fence = filled.fence(List.of())) {
      assertThat(answers.keySet()).isEqualTo(java.util.Set.of("there", "a", "b"));
      assertThat(answers.values().stream().map(it -> fence.put("", it, null)))
          .containsExactlyInAnyOrder(
              PutOutcome.WARMED, PutOutcome.WARMED, PutOutcome.ALREADY_PRESENT);
    }
    recording.recorder.open();
    assertThat(recording.of(cache).fates()).isEqualTo(new WarmedFates(0, 2, 0, 0, 0));
    recording.close();
  }

  private PutOutcome warm(Function<Object, Object> call, Object key) throws Exception {
    AtomicReference<Object> answer = new AtomicReference<>();
    uncounted(() -> answer.set(filled.watching(new Calls(call, null)).load(key)));
    try (Fence fence = filled.fence(List.of(key))) {
      return answer.get() == null ? null : fence.put(key, answer.get(), null);
    }
  }

  private Map<?, ?> loadAll(Function<List<Object>, Map<?, ?>> call, List<?> keys) throws Exception {
    AtomicReference<Map<?, ?>> answer = new AtomicReference<>();
    uncounted(() -> answer.set(filled.watching(new Calls(null, call)).loadAll(keys)));
    return answer.get();
  }

  private interface Work {
    void run() throws Exception;
  }

  /** As the warm-up's threads run. */
  private static void uncounted(Work work) throws Exception {
    AtomicReference<Exception> thrown = new AtomicReference<>();
    OwnThreads.uncounted(
            () -> {
              try {
                work.run();
              } catch (Exception e) {
                thrown.set(e);
              }
            })
        .run();
    if (thrown.get() != null) {
      throw thrown.get();
    }
  }

  private static void onAnotherThread(Runnable task) {
    CompletableFuture.runAsync(task).join();
  }

  private record Calls(Function<Object, Object> one, Function<List<Object>, Map<?, ?>> many)
      implements ValueLoader {

    @Override
    public boolean bulk() {
      return one == null;
    }

    @Override
    public Object load(Object key) {
      return one.apply(key);
    }

    @Override
    public Map<?, ?> loadAll(List<?> keys) {
      return many.apply(List.copyOf(keys));
    }
  }
}
