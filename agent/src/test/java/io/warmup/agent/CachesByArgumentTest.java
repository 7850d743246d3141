package io.warmup.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmup.agent.cache.CacheRegistry;
import io.warmup.agent.cache.CacheSource;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.integration.caffeine.CaffeineCaches;
import io.warmup.agent.recorder.BuildSite;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.recorder.StoredKeys;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a cache was built for finds it, behind every name that somebody has given one. */
class CachesByArgumentTest {

  private final Recorder recorder = new Recorder(new Builds(), Clock.systemUTC());
  private final CaffeineCaches library = new CaffeineCaches(recorder);
  private final Framework framework = new Framework();
  private final CacheRegistry caches =
      new CacheRegistry(
          Map.of("p", "products"),
          () ->
              List.of(
                  library, new CachesByArgument(List.of(library), List.of(framework)), framework));

  @Test
  void beforeAFrameworkMakesOneOfThatName() {
    Cache<Object, Object> own = build();
    assertThat(delegate("products")).isSameAs(own);
    assertThat(delegate("p")).as("by an alias of the file").isSameAs(own);
    assertThat(delegate("users")).as("made at first use").isSameAs(framework.made);
  }

  /** As one that an application keeps in front of a framework's. */
  @Test
  void behindTheOneThatAFrameworkHas() {
    Cache<Object, Object> own = build();
    framework.find("products");
    assertThat(delegate("products")).isSameAs(framework.made).isNotSameAs(own);
  }

  /** As a CaffeineCache's, which a helper of the application has built for it. */
  @Test
  void notOneThatTurnsOutToBeTheFrameworks() {
    framework.made = build();
    assertThat(delegate("products")).isSameAs(framework.made);
    assertThat(recorder.find(framework.made).orElseThrow().isFrameworks()).isTrue();
  }

  private Object delegate(String name) {
    return caches.find(name).orElseThrow().delegate();
  }

  private Cache<Object, Object> build() {
    Cache<Object, Object> cache = Caffeine.newBuilder().build();
    recorder.built("caffeine", cache, cache.asMap());
    return cache;
  }

  /** Every cache is built at one place, for products. */
  private static final class Builds implements BuildSite.Finder {
    @Override
    public BuildSite.Builder here() {
      return new BuildSite.Builder(using(), null, null, "products");
    }

    @Override
    public BuildSite using() {
      return () -> "CacheFactory.create";
    }
  }

  /** Has one cache, called products once it is there; makes it when asked for any. */
  private final class Framework implements CacheSource {
    private Cache<Object, Object> made;

    @Override
    public Optional<CacheTarget> find(String name) {
      if (made == null) {
        made = Caffeine.newBuilder().build();
        recorder.found("caffeine", name, made, made.asMap(), StoredKeys.OF_MAP);
      }
      return library.named(name, made);
    }

    @Override
    public Collection<CacheTarget> caches() {
      return made == null ? List.of() : find("products").stream().toList();
    }
  }
}
