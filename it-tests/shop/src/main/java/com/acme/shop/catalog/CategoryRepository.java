package com.acme.shop.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Categories as the database has them. */
@Repository
public class CategoryRepository {

  private final JdbcClient jdbc;

  CategoryRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Category> find(long id) {
    return jdbc.sql("/* category */ select * from category where id = :id")
        .param("id", id)
        .query(Category.class)
        .optional();
  }

  /** Those of the categories that exist, in one query. */
  public Map<Long, Category> findAll(Collection<Long> ids) {
    List<Category> found =
        jdbc.sql("/* categories */ select * from category where id in (:ids)")
            .param("ids", ids)
            .query(Category.class)
            .list();
    return found.stream().collect(Collectors.toMap(Category::id, Function.identity()));
  }
}
