package com.acme.shop.warmup;

import com.acme.shop.catalog.Product;
import com.acme.shop.catalog.ProductRepository;
import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.WarmupContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The products that sold best of late.
 *
 * <p>Settings: {@code days} to look back (30) and the {@code limit} of products (5,000).
 */
public class HotProducts implements CacheWarmupStrategy<Long, Product> {

  private JdbcClient jdbc;
  private ProductRepository products;
  private int days;
  private int limit;

  @Override
  public void initialize(WarmupContext context) {
    jdbc = context.bean(JdbcClient.class);
    products = context.bean(ProductRepository.class);
    days = context.settings().getInt("days", 30);
    limit = context.settings().getInt("limit", 5_000);
  }

  /** Straight off the database's cursor: no list of keys is ever built here. */
  @Override
  public Stream<Long> getKeysToWarmup() {
    return jdbc
        .sql(
            """
            /* hot-products */ select product_id from order_line
            where ordered_at >= dateadd('day', -:days, localtimestamp)
            group by product_id order by sum(quantity) desc, product_id limit :limit
            """)
        .param("days", days)
        .param("limit", limit)
        .query(Long.class)
        .stream();
  }

  @Override
  public @Nullable Product loadData(Long id) {
    return products.find(id).orElse(null);
  }

  /** One query for the whole batch. */
  @Override
  public Map<Long, @Nullable Product> loadBatch(List<Long> ids) {
    return products.findAll(ids);
  }

  @Override
  public int getPriority() {
    return 100;
  }

  @Override
  public String getCacheName() {
    return "products";
  }
}
