package io.warmup.scenarios.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.beans.BeanQuestions;
import io.warmup.scenarios.jvm.Http;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.StrategyJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a strategy can have of a container's beans, and what it is told of those it cannot have. */
@Timeout(100)
class BeansIT {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"QUARKUS_2_16_FAST_JAR", "QUARKUS_FAST_JAR"})
  void ofQuarkus(PriceApp kind) throws IOException {
    assertThat(answers(kind, "app: com.acme.prices.quarkus"))
        .contains("bean by type: true")
        .contains("bean by name: cents")
        .contains("bean by wrong name: no bean is named 'curency'")
        .contains("bean optional: true")
        .contains("bean optional, none: false")
        .contains("bean none: no bean is a java.lang.Thread")
        .contains("Leftover was removed as unused")
        .contains("bean of a request: a visit")
        .contains("is @RequestScoped, a scope that is not active")
        .as("one key failed, and a request was active for all the others")
        .contains("99 warmed");
  }

  @ParameterizedTest
  @EnumSource(names = {"SPRING_BOOT_2_7_TOMCAT", "SPRING_BOOT_4_1_TOMCAT"})
  void ofSpring(PriceApp kind) throws IOException {
    assertThat(answers(kind, "app: com.acme.prices.spring, request: scopedTarget.visit"))
        .contains("bean by type: true")
        .contains("bean by name: cents")
        .contains("bean by wrong name: no bean is named 'curency'")
        .contains("bean optional: true")
        .contains("bean optional, none: false")
        .contains("bean none: no bean is a java.lang.Thread")
        .contains("bean of a request: a visit")
        .contains("bean inactive: bean 'scopedTarget.visit' is in a scope that is not active")
        .as("one key failed, and a request was active for all the others")
        .contains("99 warmed");
  }

  private String answers(PriceApp kind, String settings) throws IOException {
    StrategyJar.of(folder.resolve("beans.jar"), BeanQuestions.class);
    Path config =
        Files.writeString(
            folder.resolve("beans.yaml"),
            """
            version: 1
            strategies-path: beans.jar
            caches: { prices: Prices.byProduct }
            defaults: { retries: 0 }
            strategies: { BeanQuestions: { settings: { %s } } }
            """
                .formatted(settings));
    Http client = Http.onFreePort();
    JavaProcess.Builder jvm = JavaProcess.on(kind.jdk()).agent(config).folder(folder);
    try (JavaProcess app = kind.on(jvm, client.port()).start()) {
      client.awaitOpen(app);
      return app.output();
    }
  }
}
