package io.warmup.agent.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.Mode;
import io.warmup.agent.config.WarmupConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file for a fleet: a document for each service, the first one for all. */
class SeveralServicesTest {

  private static final String FLEET =
      """
      gate: { timeout: 10s }
      rollout: { percent: 10 }
      ---
      when: app=shop-*
      gate: { timeout: 20s }
      strategies: { Hot: { rate: 1/s } }
      ---
      when: [app=shop-cart, app=cart]
      mode: observe
      ---
      when: app=com.acme.Billing
      gate: { timeout: 1 }
      """;

  @TempDir Path folder;
  private Operator operator;

  @BeforeEach
  void operator() {
    operator = new Operator(folder).file(FLEET);
  }

  @Test
  void theFirstMatchHoldsOverWhatAllShare() {
    WarmupConfig config = operator.property("spring.application.name", "shop-cart").config();

    assertThat(config.mode()).isEqualTo(Mode.WARM);
    assertThat(config.gate().timeout()).hasSeconds(20);
    assertThat(config.rollout().percent()).isEqualTo(10);
    assertThat(config.strategies()).containsOnlyKeys("Hot");
  }

  @Test
  void eachOfSeveralConditionsIsEnough() {
    assertThat(operator.variable("SPRING_APPLICATION_NAME", "cart").config().mode())
        .isEqualTo(Mode.OBSERVE);
  }

  @Test
  void whereNoneMatchesTheAgentStaysOffAndSaysWhatItComparedWith() {
    var loaded = operator.property("sun.java.command", "com.acme.Ledger --x").loaded();

    assertThat(loaded.config().mode()).isEqualTo(Mode.OFF);
    assertThat(loaded.notices())
        .containsExactly(
            "No 'when' in warmup.yaml matches this application (com.acme.Ledger, Ledger): the"
                + " agent stays off.");
  }

  @Test
  void anotherServicesMistakesDoNotConcernThisOne() {
    assertThat(operator.property("sun.java.command", "com.acme.Billing").problems())
        .containsExactly("warmup.yaml:12:18: gate.timeout: '1' has no unit; write 1s, 1ms or 1m");
    assertThat(operator.property("sun.java.command", "cart.jar").config().mode())
        .isEqualTo(Mode.OBSERVE);
  }

  @Test
  void onlyTheFirstDocumentIsForAll() {
    assertThat(operator.file("when: app=a\n---\nmode: off\n").problems())
        .containsExactly(
            "warmup.yaml:3:1: only the first document of a file may go without 'when'; add 'when:"
                + " app=…'");
  }

  @Test
  void aConditionMustSayWhatItIsAbout() {
    assertThat(operator.file("when: shop\n").problems())
        .containsExactly("warmup.yaml:1:7: when: 'shop' is no condition; write app=name or app=n*");
  }

  @Test
  void anExecutableJarIsKnownByTheNamesItHoldsInside() throws IOException {
    Path jar = folder.resolve("my app-1.2.jar");
    jar(
        jar,
        Map.of(
            "META-INF/MANIFEST.MF",
            "Main-Class: org.acme.Launcher\nStart-Class: com.acme.Shop\n",
            "BOOT-INF/classes/application.yml",
            "spring:\n  application:\n    name: shop-web\n"));
    operator.property("java.class.path", jar.toString());
    operator.property("sun.java.command", jar + " --server.port=0");

    for (String name : new String[] {"shop-web", "my app-1.2*", "com.acme.Shop", "Shop"}) {
      assertThat(operator.file("when: app=" + name + "\nmode: observe\n").config().mode())
          .as(name)
          .isEqualTo(Mode.OBSERVE);
    }
    assertThat(operator.file("when: app=org.acme.Launcher").config().mode()).isEqualTo(Mode.OFF);
  }

  @Test
  void whatWasSaidAtTheStartWinsOverWhatIsPacked() throws IOException {
    Path jar = folder.resolve("a.jar");
    jar(jar, Map.of("application.properties", "spring.application.name=packed\n"));
    operator.file("when: app=packed\nmode: observe\n").property("java.class.path", jar.toString());

    assertThat(operator.property("sun.java.command", jar.toString()).config().mode())
        .isEqualTo(Mode.OBSERVE);
    assertThat(
            operator
                .property("sun.java.command", jar + " --spring.application.name=other")
                .config()
                .mode())
        .isEqualTo(Mode.OFF);
  }

  private static void jar(Path path, Map<String, String> files) throws IOException {
    try (OutputStream file = Files.newOutputStream(path);
        JarOutputStream jar = new JarOutputStream(file)) {
      for (Map.Entry<String, String> entry : files.entrySet()) {
        jar.putNextEntry(new JarEntry(entry.getKey()));
        jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
        jar.closeEntry();
      }
    }
  }
}
