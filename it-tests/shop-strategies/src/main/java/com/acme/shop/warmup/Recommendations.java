package com.acme.shop.warmup;

import com.acme.shop.catalog.Product;
import com.acme.shop.recommendation.RecommendationRepository;
import io.warmup.api.CacheWarmupStrategy;
import io.warmup.api.WarmupContext;
import java.util.List;
import java.util.stream.Stream;

/** The lists that every visitor sees: few, but each one a dear query. */
public class Recommendations implements CacheWarmupStrategy<String, List<Product>> {

  private RecommendationRepository recommendations;

  @Override
  public void initialize(WarmupContext context) {
    recommendations = context.bean(RecommendationRepository.class);
  }

  @Override
  public Stream<String> getKeysToWarmup() {
    return Stream.of("homepage", "trending");
  }

  @Override
  public List<Product> loadData(String list) {
    return recommendations.find(list);
  }

  @Override
  public int getPriority() {
    return 60;
  }

  @Override
  public String getCacheName() {
    return "recommendations";
  }
}
