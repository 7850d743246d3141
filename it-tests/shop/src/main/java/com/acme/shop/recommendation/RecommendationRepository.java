package com.acme.shop.recommendation;

import com.acme.shop.catalog.Product;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Recommendations, worked out from the orders: the shop's dearest queries. */
@Repository
public class RecommendationRepository {

  private final JdbcClient jdbc;

  RecommendationRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A list by its name, best first; empty if there is no such list. */
  public List<Product> find(String list) {
    return switch (list) {
      case "homepage" -> bestSold();
      case "trending" -> risingThisWeek();
      case "bargains" -> bestSoldBelowTen();
      default -> List.of();
    };
  }

  private List<Product> bestSold() {
    return query(
        """
        /* recommendations */ select p.* from product p join (
          select product_id, sum(quantity) as score from order_line
          where ordered_at >= dateadd('day', -30, localtimestamp)
          group by product_id order by score desc, product_id limit 20
        ) on product_id = p.id order by score desc, p.id
        """);
  }

  private List<Product> risingThisWeek() {
    return query(
        """
        /* recommendations */ select p.* from product p join (
          select product_id, sum(case when ordered_at >= dateadd('day', -7, localtimestamp)
                                 then quantity else -quantity end) as score from order_line
          where ordered_at >= dateadd('day', -14, localtimestamp)
          group by product_id order by score desc, product_id limit 20
        ) on product_id = p.id order by score desc, p.id
        """);
  }

  private List<Product> bestSoldBelowTen() {
    return query(
        """
        /* recommendations */ select p.* from product p join order_line on product_id = p.id
        where price < 10 and ordered_at >= dateadd('day', -30, localtimestamp)
        group by p.id order by sum(quantity) desc, p.id limit 20
        """);
  }

  private List<Product> query(String sql) {
    return jdbc.sql(sql).query(Product.class).list();
  }
}
