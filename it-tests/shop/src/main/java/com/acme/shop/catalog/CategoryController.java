package com.acme.shop.catalog;

import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CategoryController {

  private final CategoryService categories;

  CategoryController(CategoryService categories) {
    this.categories = categories;
  }

  @GetMapping("/categories/{id}")
  ResponseEntity<Category> category(@PathVariable long id) {
    return ResponseEntity.of(Optional.ofNullable(categories.byId(id)));
  }
}
