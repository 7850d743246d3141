package com.acme.shop.warmup;

import com.acme.shop.catalog.Category;
import com.acme.shop.catalog.CategoryRepository;
import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.WarmupContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The upper levels of the category tree: the way into the catalogue.
 *
 * <p>Setting: {@code levels}, counted from the top (2).
 */
public class Categories implements CacheWarmupStrategy<Long, Category> {

  private JdbcClient jdbc;
  private CategoryRepository categories;
  private int levels;

  @Override
  public void initialize(WarmupContext context) {
    jdbc = context.bean(JdbcClient.class);
    categories = context.bean(CategoryRepository.class);
    levels = context.settings().getInt("levels", 2);
  }

  @Override
  public Stream<Long> getKeysToWarmup() {
    return jdbc
        .sql(
            "/* upper-categories */ select id from category where level <= :levels order by level, id")
        .param("levels", levels)
        .query(Long.class)
        .stream();
  }

  @Override
  public @Nullable Category loadData(Long id) {
    return categories.find(id).orElse(null);
  }

  /** One query for the whole batch. */
  @Override
  public Map<Long, @Nullable Category> loadBatch(List<Long> ids) {
    return categories.findAll(ids);
  }

  @Override
  public int getPriority() {
    return 50;
  }

  /** The name in {@code @Cacheable("categories")}. */
  @Override
  public String getCacheName() {
    return "categories";
  }
}
