package com.acme.shop.recommendation;

import com.acme.shop.catalog.Product;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;

/** Recommendations, worked out once and kept for a while. */
@Service
public class RecommendationService {

  private final Cache<String, List<Product>> lists =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofMinutes(30)).build();

  private final RecommendationRepository repository;

  RecommendationService(RecommendationRepository repository) {
    this.repository = repository;
  }

  /** A list by its name, best first; empty if there is no such list. */
  public List<Product> list(String name) {
    return lists.get(name, repository::find);
  }
}
