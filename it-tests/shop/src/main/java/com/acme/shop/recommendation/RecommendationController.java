package com.acme.shop.recommendation;

import com.acme.shop.catalog.Product;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RecommendationController {

  private final RecommendationService recommendations;

  RecommendationController(RecommendationService recommendations) {
    this.recommendations = recommendations;
  }

  /** {@code homepage}, {@code trending}, {@code bargains}. */
  @GetMapping("/recommendations/{list}")
  List<Product> list(@PathVariable String list) {
    return recommendations.list(list);
  }
}
