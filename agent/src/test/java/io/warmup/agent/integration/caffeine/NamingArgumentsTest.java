package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmup.agent.cache.CacheTarget;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Caches that are built at one place are told apart by the argument that carries a name. */
class NamingArgumentsTest {

  private static final String FACTORY = "NamingArgumentsTest.Factory.";

  @EachCaffeine
  void byTheOneOfTheMethodThatBuilds() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> prices = Factory.create("prices", 10);
      Cache<Object, Object> stock = Factory.create("stock", 10);
      assertThat(recording.target(prices).name()).isEqualTo(FACTORY + "create(prices)");
      assertThat(recording.target(stock).name()).isEqualTo(FACTORY + "create(stock)");
      assertThat(builtFor(recording, "prices")).isSameAs(prices);
      assertThat(builtFor(recording, "stock")).isSameAs(stock);
      assertThat(builtFor(recording, "users")).isNull();
    }
  }

  @EachCaffeine
  void anAliasMayStandForAnyNameOfACache() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> prices = Factory.create("prices", 10);
      Cache<Object, Object> stock = Factory.create("stock", 10);
      assertThat(
              recording
                  .recorder
                  .names()
                  .operators(Map.of("p", "prices", "s", FACTORY + "create#2")))
          .containsEntry(FACTORY + "create(prices)", "p")
          .containsEntry(FACTORY + "create(stock)", "s");
      assertThat(recording.recorder.names().others().values())
          .containsExactlyInAnyOrder(List.of("prices"), List.of("stock"));
      assertThat(List.of(prices, stock)).doesNotHaveDuplicates();
    }
  }

  /** By which the report finds what a cache's warm-up took. */
  @EachCaffeine
  void aCacheWithoutAnAliasGoesByTheNameThatAStrategyMeansItBy() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> prices = Factory.create("prices", 10);
      Cache<Object, Object> stock = Factory.create("stock", 10);
      assertThat(
              recording
                  .recorder
                  .names()
                  .operators(
                      Map.of("s", FACTORY + "create#2"), Set.of("prices", "stock", "s", "none")))
          .containsEntry(FACTORY + "create(prices)", "prices")
          .containsEntry(FACTORY + "create(stock)", "s")
          .doesNotContainValue("none");
      assertThat(List.of(prices, stock)).doesNotHaveDuplicates();
    }
  }

  /** Nothing that has a good name loses it. */
  @EachCaffeine
  void theOnlyOneOfAPlaceIsNamedAfterThatAndFoundByItsArgumentToo() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> prices = Factory.create("prices", 10);
      assertThat(recording.target(prices).name()).isEqualTo(FACTORY + "create");
      assertThat(builtFor(recording, "prices")).isSameAs(prices);
      Cache<Object, Object> stock = Factory.create("stock", 10);
      assertThat(recording.caches.find(FACTORY + "create").map(CacheTarget::delegate))
          .as("as before there was another")
          .containsSame(prices);
      assertThat(recording.caches.find(FACTORY + "create#2").map(CacheTarget::delegate))
          .as("by its number, too")
          .containsSame(stock);
    }
  }

  /** Its counters would be another's from one moment to the next. */
  @EachCaffeine
  void noNameChangesOnceItIsObserved() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> prices = Factory.create("prices", 10);
      recording.recorder.open();
      Cache<Object, Object> stock = Factory.create("stock", 10);
      assertThat(recording.target(prices).name()).isEqualTo(FACTORY + "create");
      assertThat(recording.target(stock).name()).isEqualTo(FACTORY + "create(stock)");
      assertThat(builtFor(recording, "prices")).isSameAs(prices);
    }
  }

  @EachCaffeine
  void thoseOfOneArgumentAreNumbered() {
    try (Recording recording = new Recording()) {
      List<Cache<Object, Object>> caches = new ArrayList<>();
      for (String name : List.of("prices", "prices", "stock", "prices")) {
        caches.add(Factory.create(name, 10));
        if (caches.size() == 2) {
          assertThat(recording.target(caches.get(1)).name()).isEqualTo(FACTORY + "create#2");
        }
      }
      assertThat(caches.stream().map(cache -> recording.target(cache).name()))
          .containsExactly(
              FACTORY + "create(prices)",
              FACTORY + "create(prices)#2",
              FACTORY + "create(stock)",
              FACTORY + "create(prices)#3");
      assertThat(builtFor(recording, "prices")).isSameAs(caches.get(0));
    }
  }

  @EachCaffeine
  void byTheOneOfALambda() {
    try (Recording recording = new Recording()) {
      Factory factory = new Factory();
      Cache<Object, Object> prices = factory.get("prices");
      Cache<Object, Object> stock = factory.get("stock");
      assertThat(recording.target(prices).name())
          .matches("NamingArgumentsTest\\.Factory\\.get\\(prices\\):\\d+");
      assertThat(builtFor(recording, "stock")).isSameAs(stock);
      assertThat(factory.get("stock")).isSameAs(stock);
    }
  }

  @EachCaffeine
  void byTheOneOfAConstructor() {
    try (Recording recording = new Recording()) {
      NamedCache prices = new NamedCache("prices");
      assertThat(recording.target(prices.entries).name())
          .as("a field tells enough")
          .isEqualTo("NamingArgumentsTest.NamedCache.entries");
      NamedCache stock = new NamedCache("stock");
      assertThat(recording.target(stock.entries).name())
          .isEqualTo("NamingArgumentsTest.NamedCache.entries(stock)");
      assertThat(builtFor(recording, "prices")).isSameAs(prices.entries);
      Cache<Object, Object> derived = new DerivedCache("eu").cache;
      assertThat(builtFor(recording, "eu")).isSameAs(derived);
    }
  }

  @EachCaffeine
  void byTheOneOfAMethodAboveTheHelperThatBuilds() {
    try (Recording recording = new Recording()) {
      Factory factory = new Factory();
      Cache<Object, Object> prices = factory.byHelpers("prices");
      Cache<Object, Object> stock = factory.byHelpers("stock");
      assertThat(builtFor(recording, "prices")).isSameAs(prices);
      assertThat(recording.target(stock).name()).isEqualTo(FACTORY + "helped(stock)");
      factory.byHelpersHelper("orders");
      assertThat(builtFor(recording, "orders")).as("three methods are looked at").isNull();
    }
  }

  @EachCaffeine
  void byAConstant() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> prices = Factory.of(Name.PRICES, TimeUnit.SECONDS);
      Cache<Object, Object> stock = Factory.of(Name.STOCK, TimeUnit.SECONDS);
      assertThat(recording.target(prices).name()).isEqualTo(FACTORY + "of(PRICES)");
      assertThat(builtFor(recording, "STOCK")).isSameAs(stock);
      assertThat(recording.target(Name.STOCK.cache()).name())
          .isEqualTo("NamingArgumentsTest.Name.cache");
      assertThat(recording.target(Name.PRICES.cache()).name())
          .as("the one it is called on")
          .isEqualTo("NamingArgumentsTest.Name.cache(PRICES)");
    }
  }

  @EachCaffeine
  void bySeveralTogether() {
    try (Recording recording = new Recording()) {
      List<Cache<Object, Object>> caches =
          List.of(
              Factory.in("eu", 1L, "prices", "maximumSize=10"),
              Factory.in("us", 1L, "prices", "maximumSize=20"),
              Factory.in("us", 1L, "stock", "All that is in stock"));
      assertThat(caches.stream().map(cache -> recording.target(cache).name()))
          .containsExactly(
              FACTORY + "in(eu.prices)", FACTORY + "in(us.prices)", FACTORY + "in(us.stock)");
      assertThat(builtFor(recording, "us.prices")).isSameAs(caches.get(1));
      assertThat(builtFor(recording, "prices")).isNull();
    }
  }

  @EachCaffeine
  void notByOneThatSaysWhatItIsLike() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> small = Factory.specified("maximumSize=10,recordStats");
      Cache<Object, Object> large = Factory.specified("maximumSize=1000");
      assertThat(recording.target(small).name()).isEqualTo(FACTORY + "specified");
      assertThat(recording.target(large).name()).isEqualTo(FACTORY + "specified#2");
      assertThat(recording.target(Factory.create(null, 10)).name()).isEqualTo(FACTORY + "create");
      assertThat(recording.target(Factory.create(null, 10)).name()).isEqualTo(FACTORY + "create#2");
    }
  }

  /** Which of them is meant is anybody's guess. */
  @EachCaffeine
  void twoOfOneObjectAreNotFoundByWhatTheObjectIsFor() {
    try (Recording recording = new Recording()) {
      TwoLevels prices = new TwoLevels("prices");
      TwoLevels stock = new TwoLevels("stock");
      assertThat(builtFor(recording, "prices")).isNull();
      assertThat(recording.target(prices.near).name())
          .isEqualTo("NamingArgumentsTest.TwoLevels.near(prices)");
      assertThat(recording.target(stock.far).name())
          .isEqualTo("NamingArgumentsTest.TwoLevels.far(stock)");
    }
  }

  /** A framework's own name is the better one. */
  @EachCaffeine
  void notOneThatAFrameworkHasNamed() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> prices = Factory.create("prices", 10);
      recording.recorder.find(prices).orElseThrow().rename("products");
      assertThat(builtFor(recording, "prices")).isNull();
    }
  }

  /** A container that makes a bean has a name for that, and not for what the bean makes. */
  @EachCaffeine
  void notByArgumentsOfWhoeverCallsByReflection() throws Exception {
    try (Recording recording = new Recording()) {
      Object made = new Container().make("prices", Factory.class.getDeclaredMethod("bean"));
      assertThat(recording.recorder.find(made)).isPresent();
      assertThat(builtFor(recording, "prices")).isNull();
    }
  }

  /** However many: of a tenant's, a commit's, a query's caches each has a name of its own. */
  @EachCaffeine
  void ofMoreThan256ArgumentsThatAreAliveEachIsFoundAndTheFirstBecomeNames() {
    try (Recording recording = new Recording()) {
      Map<String, Cache<Object, Object>> tenants = new ConcurrentHashMap<>();
      for (int i = 0; i < 300; i++) {
        String tenant = "tenant-" + i;
        tenants.put(tenant, Factory.kept(tenant, tenants));
      }
      assertThat(recording.target(tenants.get("tenant-255")).name())
          .isEqualTo(FACTORY + "kept(tenant-255)");
      assertThat(recording.target(tenants.get("tenant-256")).name())
          .isEqualTo(FACTORY + "kept#257");
      assertThat(builtFor(recording, "tenant-299")).isSameAs(tenants.get("tenant-299"));
      Set<String> names = new HashSet<>();
      recording.caches.caches().forEach(cache -> names.add(cache.name()));
      assertThat(names).hasSize(300);
    }
  }

  /** Compiled code forgets an argument that it does not need again. */
  @EachCaffeine
  void neverByAnotherOnesArgumentHoweverOftenTheMethodWasCalled() {
    try (Recording recording = new Recording()) {
      int found = 0;
      for (int i = 0; i < 3_000; i++) {
        Cache<Object, Object> cache = Factory.create("prices-" + i, 10);
        Object builtFor = builtFor(recording, "prices-" + i);
        assertThat(builtFor).isIn(cache, null);
        found += builtFor == null ? 0 : 1;
      }
      assertThat(found).isGreaterThan(100);
    }
  }

  private static @Nullable Object builtFor(Recording recording, String argument) {
    return recording.caches.builtFor(argument).map(CacheTarget::delegate).orElse(null);
  }

  private enum Name {
    PRICES,
    STOCK;

    Cache<Object, Object> cache() {
      return Caffeine.newBuilder().maximumSize(10).build();
    }
  }

  private static final class Factory {
    private final Map<String, Cache<Object, Object>> caches = new ConcurrentHashMap<>();

    static Cache<Object, Object> create(@Nullable String name, long size) {
      return Caffeine.newBuilder().maximumSize(size).build();
    }

    /** The name is needed afterwards, so that compiled code has it too. */
    static Cache<Object, Object> kept(String name, Map<String, Cache<Object, Object>> caches) {
      Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(10).build();
      caches.put(name, cache);
      return cache;
    }

    Cache<Object, Object> get(String name) {
      return caches.computeIfAbsent(name, it -> Caffeine.newBuilder().maximumSize(10).build());
    }

    static Cache<Object, Object> of(Name name, TimeUnit unit) {
      return Caffeine.newBuilder().expireAfterWrite(1, unit).build();
    }

    static Cache<Object, Object> in(String region, long size, String name, String described) {
      return Caffeine.newBuilder().maximumSize(size).build();
    }

    static Cache<Object, Object> specified(String spec) {
      return Caffeine.from(spec).build();
    }

    static Cache<Object, Object> bean() {
      return Caffeine.newBuilder().maximumSize(10).build();
    }

    Object byHelpersHelper(String name) {
      List<Object> made = new ArrayList<>(List.of(name));
      made.add(further());
      return made;
    }

    private Cache<Object, Object> further() {
      Cache<Object, Object> cache = helping();
      caches.put("further", cache);
      return cache;
    }

    Cache<Object, Object> byHelpers(String name) {
      Cache<Object, Object> cache = helping();
      caches.put(name, cache);
      return cache;
    }

    private Cache<Object, Object> helping() {
      return helped();
    }

    private Cache<Object, Object> helped() {
      return Caffeine.newBuilder().maximumSize(10).build();
    }
  }

  private static final class NamedCache {
    final Cache<Object, Object> entries = Caffeine.newBuilder().maximumSize(10).build();

    NamedCache(String name) {}
  }

  private static class AbstractCache {
    final Cache<Object, Object> cache = Caffeine.newBuilder().maximumSize(10).build();
  }

  private static final class DerivedCache extends AbstractCache {
    DerivedCache(String name) {}
  }

  private static final class TwoLevels {
    final Cache<Object, Object> near = Caffeine.newBuilder().maximumSize(10).build();
    final Cache<Object, Object> far = Caffeine.newBuilder().maximumSize(10).build();

    TwoLevels(String name) {}
  }

  private static final class Container {
    Object make(String name, Method method) throws ReflectiveOperationException {
      method.setAccessible(true);
      return method.invoke(null);
    }
  }
}
