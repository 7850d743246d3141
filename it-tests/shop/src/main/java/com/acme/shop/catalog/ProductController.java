package com.acme.shop.catalog;

import java.util.Collection;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ProductController {

  private final ProductService products;

  ProductController(ProductService products) {
    this.products = products;
  }

  @GetMapping("/products/{id}")
  ResponseEntity<Product> product(@PathVariable long id) {
    return ResponseEntity.of(products.byId(id));
  }

  /** A basket, a wish list: several products at once. */
  @GetMapping("/products")
  Collection<Product> products(@RequestParam Set<Long> ids) {
    return products.byIds(ids);
  }
}
