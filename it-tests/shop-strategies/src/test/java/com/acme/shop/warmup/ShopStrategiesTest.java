package com.acme.shop.warmup;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;

import com.acme.shop.ShopApplication;
import com.acme.shop.catalog.Category;
import com.acme.shop.catalog.CategoryService;
import com.acme.shop.catalog.Product;
import com.acme.shop.catalog.ProductService;
import com.acme.shop.recommendation.RecommendationService;
import com.github.benmanes.caffeine.cache.Cache;
import com.zaxxer.hikari.HikariDataSource;
import io.warmup.api.CacheWarmupStrategy;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.cache.CacheManager;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * The three strategies against the real shop: the right keys in the right order, the values it
 * would cache itself.
 */
@SpringBootTest(
    classes = ShopApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ShopStrategiesTest {

  @Autowired private ApplicationContext shop;
  @Autowired private JdbcClient jdbc;

  @Test
  void areFoundByServiceLoaderMostImportantFirst() {
    Stream<CacheWarmupStrategy<?, ?>> found =
        ServiceLoader.load(CacheWarmupStrategy.class).stream().map(ServiceLoader.Provider::get);
    assertThat(found.sorted(comparing(CacheWarmupStrategy::getPriority, (a, b) -> b - a)))
        .extracting(s -> s.getName() + " " + s.getPriority() + " -> " + s.getCacheName())
        .containsExactly(
            "HotProducts 100 -> products",
            "Recommendations 60 -> recommendations",
            "Categories 50 -> categories");
  }

  @Test
  void hotProductsAreTheBestSoldOfTheLastDaysBestFirst() {
    Map<Long, Integer> sold = soldSince(LocalDateTime.now().minusDays(7));
    List<Long> keys = keys(hotProducts(Map.of("days", 7, "limit", 500)));
    assertThat(keys)
        .hasSize(500)
        .containsExactlyElementsOf(
            sold.entrySet().stream()
                .sorted(
                    Map.Entry.<Long, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(500)
                .map(Map.Entry::getKey)
                .toList());
  }

  @Test
  void hotProductsLookBackThirtyDaysForFiveThousandUnlessTold() {
    assertThat(keys(hotProducts(Map.of())))
        .hasSize(5_000)
        .isEqualTo(keys(hotProducts(Map.of("days", 30, "limit", 5_000))))
        .isNotEqualTo(keys(hotProducts(Map.of("days", 90))));
  }

  /**
   * The connection is the cursor's: it is held while keys are pulled, and given back when they are
   * not.
   */
  @Test
  void hotProductsComeOffACursorThatClosingReleases() throws SQLException {
    HikariDataSource pool = shop.getBean(DataSource.class).unwrap(HikariDataSource.class);
    try (Stream<Long> keys = hotProducts(Map.of()).getKeysToWarmup()) {
      Iterator<Long> cursor = keys.iterator();
      assertThat(cursor.next()).isEqualTo(7_920L);
      assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isEqualTo(1);
    }
    assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
  }

  @Test
  void hotProductsLoadWhatTheShopCachesItself() {
    HotProducts strategy = hotProducts(Map.of());
    List<Long> ids = List.of(7_920L, 15_839L, 1L);
    Map<Long, Product> batch = strategy.loadBatch(ids);
    ProductService service = shop.getBean(ProductService.class);
    for (Long id : ids) {
      service.byId(id);
      Object cached = handMadeCache(service, "products").getIfPresent(id);
      assertThat(cached).isNotNull().isEqualTo(batch.get(id)).isEqualTo(strategy.loadData(id));
    }
  }

  @Test
  void aProductThatIsNoMoreIsAbsent() {
    assertThat(hotProducts(Map.of()).loadData(50_001L)).isNull();
    assertThat(hotProducts(Map.of()).loadBatch(List.of(1L, 50_001L))).containsOnlyKeys(1L);
  }

  @Test
  void recommendationsAreTheListsOfEveryVisit() {
    Recommendations strategy = new Recommendations();
    strategy.initialize(new ShopWarmupContext(shop, Map.of()));
    assertThat(strategy.getKeysToWarmup()).containsExactly("homepage", "trending");

    RecommendationService service = shop.getBean(RecommendationService.class);
    for (String list : List.of("homepage", "trending")) {
      service.list(list);
      assertThat(strategy.loadData(list))
          .hasSize(20)
          .isEqualTo(handMadeCache(service, "lists").getIfPresent(list));
    }
  }

  @Test
  void categoriesAreTheUpperLevelsDepartmentsFirst() {
    assertThat(keys(categories(Map.of())))
        .hasSize(110)
        .startsWith(1L, 2L, 3L)
        .isSorted()
        .endsWith(110L);
    assertThat(keys(categories(Map.of("levels", 1)))).hasSize(10);
  }

  @Test
  void categoriesLoadWhatTheShopCachesItself() {
    Categories strategy = categories(Map.of());
    List<Long> ids = List.of(1L, 11L);
    Map<Long, Category> batch = strategy.loadBatch(ids);
    CategoryService service = shop.getBean(CategoryService.class);
    org.springframework.cache.Cache cache =
        shop.getBean(CacheManager.class).getCache(strategy.getCacheName());
    for (Long id : ids) {
      service.byId(id);
      assertThat(cache.get(id, Category.class))
          .isNotNull()
          .isEqualTo(batch.get(id))
          .isEqualTo(strategy.loadData(id));
    }
  }

  private HotProducts hotProducts(Map<String, Object> settings) {
    HotProducts strategy = new HotProducts();
    strategy.initialize(new ShopWarmupContext(shop, settings));
    return strategy;
  }

  private Categories categories(Map<String, Object> settings) {
    Categories strategy = new Categories();
    strategy.initialize(new ShopWarmupContext(shop, settings));
    return strategy;
  }

  private static <K> List<K> keys(CacheWarmupStrategy<K, ?> strategy) {
    try (Stream<K> keys = strategy.getKeysToWarmup()) {
      return keys.toList();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Map<Long, Integer> soldSince(LocalDateTime since) {
    Map<Long, Integer> sold = new HashMap<>();
    jdbc.sql("select product_id, quantity from order_line where ordered_at >= :since")
        .param("since", since)
        .query(
            row -> {
              sold.merge(row.getLong("product_id"), row.getInt("quantity"), Integer::sum);
            });
    return sold;
  }

  /** The field is the shop's own affair: nobody but the agent, and this test, looks into it. */
  @SuppressWarnings("unchecked")
  private static Cache<Object, Object> handMadeCache(Object owner, String field) {
    return (Cache<Object, Object>) ReflectionTestUtils.getField(owner, field);
  }
}
