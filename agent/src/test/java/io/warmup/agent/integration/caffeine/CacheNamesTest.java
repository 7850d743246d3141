package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.arc.ClientProxy;
import io.quarkus.arc.InjectableBean;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.RecordedCache;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A cache is known by where it was built, and for no longer than the application has it. */
class CacheNamesTest {

  @EachCaffeine
  void namedAfterTheFieldItEndsIn() {
    try (Recording recording = new Recording()) {
      Repo repo = new Repo();
      assertThat(recording.target(repo.users).name()).isEqualTo("CacheNamesTest.Repo.users");
      assertThat(recording.target(repo.orders).name()).isEqualTo("CacheNamesTest.Repo.orders");
      assertThat(recording.target(Shared.prices()).name())
          .isEqualTo("CacheNamesTest.Shared.PRICES");
    }
  }

  @EachCaffeine
  void elseAfterTheBeanMethodElseAfterTheLine() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> bean = productCache();
      assertThat(recording.target(bean).name()).isEqualTo("CacheNamesTest.productCache");
      List<Object> kept = new ArrayList<>();
      kept.add(Caffeine.newBuilder().build());
      assertThat(recording.target(kept.get(0)).name())
          .matches("CacheNamesTest\\.elseAfterTheBeanMethodElseAfterTheLine\\(\\d+\\)");
    }
  }

  /** In whichever order they are made. */
  @EachCaffeine
  void thoseOfAFactoryMethodAfterTheFieldsOfItsCallers() {
    try (Recording recording = new Recording()) {
      Tenants tenants = new Tenants(new Factory());
      assertThat(recording.target(tenants.orders).name())
          .isEqualTo("CacheNamesTest.Tenants.orders");
      assertThat(recording.target(tenants.users).name()).isEqualTo("CacheNamesTest.Tenants.users");
      assertThat(recording.target(new Tenants(new Factory()).users).name())
          .isEqualTo("CacheNamesTest.Tenants.users#2");
      Cache<Object, Object> kept = new Factory().named("kept by nobody", 10);
      assertThat(recording.target(kept).name()).isEqualTo("CacheNamesTest.Factory.sized");
      List<Object> wrapped = List.of(new Factory().named("wrapped", 10));
      assertThat(recording.target(wrapped.get(0)).name())
          .isEqualTo("CacheNamesTest.Factory.sized#2");
    }
  }

  @EachCaffeine
  void thoseOfAnObjectAreFoundByTheFieldThatTheObjectEndsInToo() {
    try (Recording recording = new Recording()) {
      Wrappers wrappers = new Wrappers();
      assertThat(recording.target(wrappers.prices.cache).name())
          .isEqualTo("CacheNamesTest.Wrapper.cache#2");
      assertThat(recording.caches.find("CacheNamesTest.Wrappers.prices"))
          .get()
          .extracting(CacheTarget::delegate)
          .isSameAs(wrappers.prices.cache);
      assertThat(
              recording
                  .recorder
                  .names()
                  .others()
                  .get(recording.recorder.find(wrappers.stock.cache).orElseThrow()))
          .containsExactly("CacheNamesTest.Wrappers.stock");
    }
  }

  @EachCaffeine
  void thoseOfOneSiteAreNumberedInOrderOfCreation() {
    try (Recording recording = new Recording()) {
      List<Repo> repos = List.of(new Repo(), new Repo(), new Repo());
      assertThat(repos.stream().map(repo -> recording.target(repo.users).name()))
          .containsExactly(
              "CacheNamesTest.Repo.users",
              "CacheNamesTest.Repo.users#2",
              "CacheNamesTest.Repo.users#3");
      assertThat(recording.caches.caches()).hasSize(6);
      assertThat(recording.caches.find("CacheNamesTest.Repo.users#2").map(CacheTarget::delegate))
          .containsSame(repos.get(1).users);
    }
  }

  /** As ArC's are: made by the constructor of the bean's class, before the bean or after it. */
  @EachCaffeine
  void whatAProxysConstructorBuildsTakesNoName() {
    try (Recording recording = new Recording()) {
      Object unused = new Repo_ClientProxy().users;
      Repo bean = new Repo();
      assertThat(recording.target(bean.users).name()).isEqualTo("CacheNamesTest.Repo.users");
      assertThat(recording.target(bean.orders).name()).isEqualTo("CacheNamesTest.Repo.orders");
      assertThat(recording.target(new Repo_ClientProxy().users).name())
          .isEqualTo("CacheNamesTest.Repo.users (of a proxy)#2");
      assertThat(recording.target(new RepoWithInterceptors().users).name())
          .isEqualTo("CacheNamesTest.Repo.users#2");
      assertThat(unused).isNotNull();
    }
  }

  @EachCaffeine
  void aCacheTheApplicationLetsGoOfIsCollectedWithItsRecord() {
    try (Recording recording = new Recording()) {
      recording.recorder.open();
      WeakReference<Object> gone = new WeakReference<>(usedOnce(recording));
      CacheTarget target = recording.caches.caches().iterator().next();
      List<byte[]> pressure = new ArrayList<>();
      for (int i = 0; i < 50 && gone.get() != null; i++) {
        System.gc();
        pressure.add(new byte[1 << 16]);
      }
      assertThat(gone.get()).as("held by nothing of ours, %s included", target.kind()).isNull();
      assertThat(recording.recorder.caches()).isEmpty();
      assertThat(recording.caches.caches()).isEmpty();
    }
  }

  @EachCaffeine
  void tenThousandShortLivedCachesLeaveNothingBehind() {
    try (Recording recording = new Recording()) {
      recording.recorder.open();
      Cache<Object, Object> last = null;
      for (int i = 0; i < 10_000; i++) {
        last = productCache();
        last.getIfPresent(i);
        last.put(i, i);
        last.getIfPresent(i);
      }
      for (int i = 0; i < 100 && departedHits(recording) < 9_999; i++) {
        System.gc();
      }
      assertThat(recording.recorder.caches()).hasSize(1);
      assertThat(recording.recorder.caches().get(0).cache()).isSameAs(last);
      assertThat(departedHits(recording)).isEqualTo(9_999);
    }
  }

  private static long departedHits(Recording recording) {
    CacheObservation all = recording.recorder.departed().get("CacheNamesTest.productCache");
    return all == null ? 0 : all.hits();
  }

  private static Object usedOnce(Recording recording) {
    Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(10).build();
    recording.warm(cache, "key", "value");
    cache.getIfPresent("key");
    cache.getIfPresent("missed");
    RecordedCache recorded = recording.recorder.find(cache).orElseThrow();
    assertThat(recorded.cache()).isSameAs(cache);
    return cache;
  }

  private Cache<Object, Object> productCache() {
    return Caffeine.newBuilder().maximumSize(10).build();
  }

  private static final class RepoWithInterceptors extends Repo {}

  private static final class Repo_ClientProxy extends Repo implements ClientProxy {
    @Override
    public Object arc_contextualInstance() {
      return this;
    }

    @Override
    public InjectableBean<?> arc_bean() {
      throw new UnsupportedOperationException();
    }
  }

  /** Keeps what it makes under a name that no stack frame tells. */
  static final class Factory {
    private final Map<String, Cache<Object, Object>> made = new HashMap<>();

    Cache<Object, Object> named(String name, int size) {
      Cache<Object, Object> cache = sized(size);
      made.put(name, cache);
      return cache;
    }

    private Cache<Object, Object> sized(int size) {
      return Caffeine.newBuilder().maximumSize(size).build();
    }
  }

  static class Wrapper {
    final Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(10).build();
  }

  static final class NamedWrapper extends Wrapper {}

  static final class Wrappers {
    final Wrapper stock = new NamedWrapper();
    final Wrapper prices = new Wrapper();
  }

  static final class Tenants {
    final Object users;
    final Cache<Object, Object> orders;

    Tenants(Factory factory) {
      orders = factory.named("orders", 10);
      users = factory.named("users", 20);
    }
  }

  static class Repo {
    final Cache<Object, Object> users = Caffeine.newBuilder().maximumSize(10).build();
    final AsyncLoadingCache<Object, Object> orders;

    Repo() {
      AsyncLoadingCache<Object, Object> built = Caffeine.newBuilder().buildAsync(key -> key);
      orders = built;
    }
  }

  static final class Shared {
    private static final Cache<Object, Object> PRICES = Caffeine.newBuilder().build();

    static Object prices() {
      return PRICES;
    }
  }
}
