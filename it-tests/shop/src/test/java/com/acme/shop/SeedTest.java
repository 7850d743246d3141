package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the shop's database holds when the shop opens. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
class SeedTest {

  @Autowired private JdbcClient jdbc;
  @Autowired private EarlyReader earlyReader;

  @Test
  void holdsFiftyThousandProductsOnAThousandShelves() {
    assertThat(count("select count(*) from product")).isEqualTo(50_000);
    assertThat(
            count(
                "select count(distinct p.category_id) from product p"
                    + " join category c on c.id = p.category_id where c.level = 3"))
        .isEqualTo(1_000);
  }

  @Test
  void hasCategoriesInThreeLevelsOfTen() {
    assertThat(
            jdbc.sql("select count(*) from category group by level order by level")
                .query(Integer.class)
                .list())
        .containsExactly(10, 100, 1_000);
    assertThat(
            count(
                "select count(*) from category c join category up on up.id = c.parent_id"
                    + " where up.level = c.level - 1"))
        .isEqualTo(1_100);
  }

  @Test
  void hasTheOrdersOfTheLastNinetyDays() {
    assertThat(count("select count(*) from order_line")).isEqualTo(100_000);
    assertThat(
            count(
                "select count(distinct cast(ordered_at as date)) from order_line"
                    + " where ordered_at > dateadd('day', -91, localtimestamp)"
                    + " and ordered_at <= localtimestamp"))
        .isBetween(90, 92);
  }

  /** P(rank ≤ k) = ln(k + 1) / ln(N) under the law the seed draws from. */
  @Test
  void sellsByZipfsLaw() {
    List<Integer> sold =
        jdbc.sql("select count(*) from order_line group by product_id order by 1 desc")
            .query(Integer.class)
            .list();
    for (int k : new int[] {1, 10, 100, 1_000}) {
      double share = sold.stream().limit(k).mapToInt(Integer::intValue).sum() / 100_000.0;
      assertThat(share).isCloseTo(Math.log(k + 1) / Math.log(50_000), within(0.01));
    }
  }

  @Test
  void scattersTheBestSellersOverTheCatalogue() {
    assertThat(
            jdbc.sql(
                    "select product_id from order_line group by product_id"
                        + " order by count(*) desc limit 3")
                .query(Long.class)
                .list())
        .containsExactly(7_920L, 15_839L, 23_758L);
  }

  @Test
  void isThereBeforeThePortOpens() {
    assertThat(earlyReader.products).isEqualTo(50_000);
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }

  /** Reads when the last singleton stands, which is before the context has finished its refresh. */
  @TestConfiguration
  static class EarlyReader implements SmartInitializingSingleton {

    private final JdbcClient jdbc;
    private int products;

    EarlyReader(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
      products = jdbc.sql("select count(*) from product").query(Integer.class).single();
    }
  }
}
