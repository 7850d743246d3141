package com.acme.shop.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Products, from memory where they are there. */
@Service
public class ProductService {

  private final Cache<Long, Product> products =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofHours(1)).build();

  private final ProductRepository repository;

  ProductService(ProductRepository repository) {
    this.repository = repository;
  }

  public Optional<Product> byId(long id) {
    return Optional.ofNullable(products.get(id, key -> repository.find(key).orElse(null)));
  }

  /** Those of the products that exist. */
  public Collection<Product> byIds(Collection<Long> ids) {
    return products.getAll(ids, repository::findAll).values();
  }
}
