package io.warmup.scenarios.surroundings;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A Boot application, extracted as Boot's documentation has it, takes as many of its classes from a
 * class-data archive with the agent as without.
 */
@Timeout(100)
class ClassSharingIT {

  private static final double LEAST_SHARE = 0.95;
  private static final String JAR = "prices-spring-boot-3.5.jar";

  @TempDir private Path folder;

  static List<Jdk> jdks() {
    return Jdk.all();
  }

  @Test
  void isLookedAtOnBothJavasItIsPromisedFor() {
    assertThat(jdks())
        .as("name a JDK 17 and one from 25 on by -Dwarmup.test.jdks=/path/a,/path/b")
        .extracting(Jdk::release)
        .contains(17)
        .anyMatch(release -> release >= 25);
  }

  /** Trained without the agent: the JVM refuses to archive beside one. */
  @ParameterizedTest
  @MethodSource("jdks")
  void anArchiveOfTheApplication(Jdk jdk) throws IOException {
    extract(jdk);
    Path archive = folder.resolve("prices.jsa");
    train(JavaProcess.on(jdk).options("-XX:ArchiveClassesAtExit=" + archive));

    String option = "-XX:SharedArchiveFile=" + archive;
    keepsItsShare(shared(bare(jdk).options(option)), shared(warmed(jdk).options(option)));
  }

  /** Trained with the agent, which does nothing in a training run. */
  @Test
  void anAheadOfTimeCache() throws IOException {
    Jdk jdk = Jdk.newest();
    extract(jdk);
    Path bareCache = folder.resolve("bare.aot");
    Path warmedCache = folder.resolve("warmed.aot");
    train(bare(jdk).options("-XX:AOTCacheOutput=" + bareCache));
    train(warmed(jdk).options("-XX:AOTCacheOutput=" + warmedCache));

    keepsItsShare(
        shared(bare(jdk).options("-XX:AOTCache=" + bareCache)),
        shared(warmed(jdk).options("-XX:AOTCache=" + warmedCache)));
  }

  private static void keepsItsShare(long without, long with) {
    assertThat(without).as("classes from the archive without the agent").isGreaterThan(5_000);
    assertThat((double) with / without)
        .as("%d classes from the archive, %d without the agent", with, without)
        .isGreaterThanOrEqualTo(LEAST_SHARE);
  }

  private void extract(Jdk jdk) {
    ends(
        JavaProcess.on(jdk)
            .options("-Djarmode=tools")
            .jar(
                Artifacts.app("spring-boot-3.5", JAR),
                "extract",
                "--destination",
                folder.resolve("app").toString()));
  }

  /** The JVM tells what it cannot archive. */
  private void train(JavaProcess.Builder jvm) {
    ends(
        application(
            jvm.options("-Dspring.context.exit=onRefresh").warns("\\[warning\\]\\[(cds|aot)")));
  }

  private static void ends(JavaProcess.Builder jvm) {
    try (JavaProcess process = jvm.start()) {
      assertThat(process.exitCode()).as(process.output()).isZero();
    }
  }

  /** How many classes it has taken from the archive when it serves. */
  private long shared(JavaProcess.Builder jvm) throws IOException {
    Path classes = Files.createTempFile(folder, "classes", ".txt");
    try (JavaProcess app = application(jvm.options("-Xlog:class+load:file=" + classes)).start()) {
      app.await("Started PriceApplication");
    }
    try (Stream<String> lines = Files.lines(classes)) {
      return lines.filter(line -> line.contains("source: shared objects file")).count();
    }
  }

  private JavaProcess.Builder application(JavaProcess.Builder jvm) {
    return jvm.folder(folder).jar(folder.resolve("app").resolve(JAR), "--server.port=0");
  }

  private static JavaProcess.Builder bare(Jdk jdk) {
    return JavaProcess.on(jdk);
  }

  private JavaProcess.Builder warmed(Jdk jdk) throws IOException {
    return JavaProcess.on(jdk)
        .agent(Files.writeString(folder.resolve("warmup.yaml"), "version: 1\n"));
  }
}
