package com.acme.prices.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.prices.Prices;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What a team's own test of the application looks like; started by a scenario. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApplicationUnderTest {

  @Autowired private Prices prices;

  @Test
  void findsNothingWarmed() {
    assertThat(prices.quote("p7")).endsWith("misses 1");
  }
}
