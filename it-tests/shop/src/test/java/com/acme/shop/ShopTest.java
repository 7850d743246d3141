package com.acme.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The shop over HTTP. Each test asks for keys of its own: the caches live as long as the class. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ShopTest {

  private final HttpClient client = HttpClient.newHttpClient();

  @Autowired private WebServerApplicationContext shop;
  @Autowired private JsonMapper json;

  @Test
  void readsAProductOnce() throws Exception {
    long before = queries("product");
    assertThat(get("/products/7920").body())
        .isEqualTo(
            """
            {"id":7920,"categoryId":1031,"name":"Product 7920","price":131.40}""");
    get("/products/7920");
    assertThat(queries("product") - before).isEqualTo(1);
  }

  @Test
  void readsOnlyTheProductsOfABasketThatItDoesNotHave() throws Exception {
    get("/products/101");
    long single = queries("product");
    long bulk = queries("products");
    assertThat(get("/products?ids=101,102,103").body())
        .contains("Product 101", "Product 102", "Product 103");
    get("/products/102");
    assertThat(queries("products") - bulk).isEqualTo(1);
    assertThat(queries("product") - single).isZero();
  }

  @Test
  void doesNotRememberWhatDoesNotExist() throws Exception {
    long before = queries("product");
    assertThat(get("/products/50001").statusCode()).isEqualTo(404);
    assertThat(get("/products/50001").statusCode()).isEqualTo(404);
    assertThat(queries("product") - before).isEqualTo(2);
  }

  @Test
  void readsACategoryOnce() throws Exception {
    long before = queries("category");
    assertThat(get("/categories/11").body())
        .isEqualTo(
            """
            {"id":11,"parentId":1,"level":2,"name":"Aisle 11"}""");
    get("/categories/11");
    assertThat(queries("category") - before).isEqualTo(1);
  }

  @Test
  void worksOutARecommendationOnce() throws Exception {
    long before = queries("recommendations");
    for (String list : new String[] {"homepage", "trending", "bargains"}) {
      String body = get("/recommendations/" + list).body();
      assertThat(json.readTree(body)).as(list).hasSize(20);
      assertThat(get("/recommendations/" + list).body()).isEqualTo(body);
    }
    assertThat(queries("recommendations") - before).isEqualTo(3);
  }

  @Test
  void tellsWhetherItIsReady() throws Exception {
    assertThat(get("/actuator/health/readiness").body()).contains("UP");
    assertThat(get("/actuator/health/liveness").body()).contains("UP");
  }

  private long queries(String name) throws Exception {
    return json.readTree(get("/queries").body()).path("byName").path(name).asLong(0);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://localhost:" + shop.getWebServer().getPort() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
