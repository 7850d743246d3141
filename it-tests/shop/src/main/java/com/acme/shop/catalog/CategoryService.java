package com.acme.shop.catalog;

import org.jspecify.annotations.Nullable;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.stereotype.Service;

/** Categories, from Spring's cache where they are there. */
@Service
public class CategoryService {

  private final CategoryRepository repository;

  CategoryService(CategoryRepository repository) {
    this.repository = repository;
  }

  @Cacheable("categories")
  public @Nullable Category byId(long id) {
    return repository.find(id).orElse(null);
  }
}
