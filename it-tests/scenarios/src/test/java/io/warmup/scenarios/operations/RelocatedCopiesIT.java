package io.warmup.scenarios.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.optimised.OptimisedCaches;
import com.linecorp.armeria.internal.shaded.caffeine.cache.Caffeine;
import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Copies of Caffeine and Guava that other libraries carry. */
@Timeout(60)
class RelocatedCopiesIT {

  @TempDir private Path folder;

  @Test
  void areRecordedWhereTheFileListsThem() throws IOException {
    try (JavaProcess app = relocated("com.acme.shaded.")) {
      app.await("report: ");
      assertThat(report())
          .contains("\"cache\":\"RelocatedCaches.SESSIONS\",\"kind\":\"caffeine\"")
          .contains("\"cache\":\"RelocatedCaches.TOKENS\",\"kind\":\"guava\"")
          .containsPattern("(?s)(\"hits\":2,\"misses\":1.*){2}");
    }
  }

  @Test
  void areLeftAloneElse() throws IOException {
    try (JavaProcess app = relocated("org.acme.shaded.")) {
      app.await("report: ");
      assertThat(report()).contains("\"caches\":[]");
    }
  }

  @Test
  void thatAToolHasOptimisedAreLeftAloneAndToldOf() throws IOException {
    Path app = source(OptimisedCaches.class);
    try (JavaProcess process =
        start(
            "com.linecorp.armeria.",
            app + File.pathSeparator + source(Caffeine.class),
            OptimisedCaches.class.getName())) {
      process.await("caffeine.cache.BoundedLocalCache has been optimised by a tool");
      process.await("served session of anntoken of ann");
      assertThat(process.output()).doesNotContain("VerifyError");
    }
  }

  private JavaProcess relocated(String prefix) throws IOException {
    return start(
        prefix,
        Artifacts.app("relocated", "relocated-caches.jar").toString(),
        "com.acme.relocated.RelocatedCaches");
  }

  private JavaProcess start(String prefix, String classPath, String main) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("warmup.yaml"),
            """
            mode: observe
            observe: { record-prefixes: [%s] }
            report: { folder: %s }
            """
                .formatted(prefix, folder));
    return JavaProcess.on(Jdk.running())
        .agent(config)
        .options("-cp", classPath)
        .program(main)
        .start();
  }

  private String report() throws IOException {
    return Files.readString(folder.resolve("latest.json")).replaceAll("\\s", "");
  }

  private static Path source(Class<?> type) {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }
}
