package io.warmup.agent.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of the configuration. */
class EffectiveConfigTest {

  @TempDir Path folder;
  private Operator operator;

  @BeforeEach
  void operator() {
    operator = new Operator(folder);
  }

  @Test
  void eachValueStandsWithItsOrigin() {
    operator
        .file("defaults: { retries: 3 }\nstrategies:\n  A: { after: [B] }\n  B: { rate: 5/s }\n")
        .variable("WARMUP_MODE", "observe");

    assertThat(operator.loaded().effective().lines())
        .anyMatch(line -> line.matches("mode +observe +WARMUP_MODE"))
        .anyMatch(line -> line.matches("gate\\.timeout +60s +default"))
        .anyMatch(line -> line.matches("rollout\\.key +shop-1 +host name"))
        .anyMatch(line -> line.matches("defaults\\.retries +3 +warmup\\.yaml:1:22"))
        .anyMatch(line -> line.matches("strategies\\.A\\.after +\\[B] +warmup\\.yaml:3:15"))
        .anyMatch(line -> line.matches("strategies\\.B\\.rate +5/s +warmup\\.yaml:4:14"));
    assertThat(operator.origin("strategies.B.rate")).isEqualTo("warmup.yaml:4:14");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: s3cret",
        "db-password: s3cret",
        "dbPassword: s3cret",
        "client_secret: s3cret",
        "apiKey: s3cret",
        "key: s3cret",
        "accessToken: s3cret",
        "credentials: { user: a, pin: s3cret }",
        "nested: { authorization: s3cret }",
        "list: [{ token: s3cret }]",
        "url: 'jdbc:postgresql://me:s3cret@db/shop'",
        "url: 'jdbc:postgresql://db/shop?user=me&password=s3cret&ssl=true'",
        "url: 'jdbc:sqlserver://db;databaseName=shop;password=s3cret'",
        "url: 'https://prices.example/v1?access_token=s3cret'",
      })
  void secretsAreNotShown(String setting) {
    operator.file("strategies: { A: { settings: { " + setting + " } } }");

    assertThat(operator.loaded().effective().lines())
        .noneMatch(line -> line.contains("s3cret"))
        .anyMatch(line -> line.startsWith("strategies.A.settings.") && line.contains("***"));
    assertThat(operator.config().toString()).doesNotContain("s3cret");
  }

  @Test
  void otherSettingsAre() {
    operator.file("strategies: { A: { settings: { days: 30, keyspace: shop, monkeys: 2 } } }");

    assertThat(String.join("\n", operator.loaded().effective().lines()))
        .containsPattern("days +30")
        .containsPattern("keyspace +shop")
        .containsPattern("monkeys +2");
  }
}
