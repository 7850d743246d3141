package com.acme.shop.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Products as the database has them. */
@Repository
public class ProductRepository {

  private final JdbcClient jdbc;

  ProductRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Product> find(long id) {
    return jdbc.sql("/* product */ select * from product where id = :id")
        .param("id", id)
        .query(Product.class)
        .optional();
  }

  /** Those of the products that exist, in one query. */
  public Map<Long, Product> findAll(Collection<? extends Long> ids) {
    List<Product> found =
        jdbc.sql("/* products */ select * from product where id in (:ids)")
            .param("ids", ids)
            .query(Product.class)
            .list();
    return found.stream().collect(Collectors.toMap(Product::id, Function.identity()));
  }
}
