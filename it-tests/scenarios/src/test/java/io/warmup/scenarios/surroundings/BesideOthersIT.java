package io.warmup.scenarios.surroundings;

import static io.warmup.scenarios.surroundings.PriceServer.JDK_SERVER;
import static io.warmup.scenarios.surroundings.PriceServer.classPath;
import static io.warmup.scenarios.surroundings.PriceServer.jvm;
import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever else stands in the JVM: the application is warmed, and unharmed. */
@Timeout(100)
class BesideOthersIT {

  /** It appends to the boot class path, which the JVM warns of; ours does not. */
  private static final String APPENDED =
      "Sharing is only supported for boot loader classes because bootstrap classpath has been appended";

  private static final String TRACING_STARTED = "opentelemetry-javaagent - version: ";

  private static final String[] TRACING = {
    "-javaagent:" + Artifacts.neighbour("opentelemetry-javaagent.jar"),
    "-Dotel.traces.exporter=none",
    "-Dotel.metrics.exporter=none",
    "-Dotel.logs.exporter=none"
  };

  @TempDir private Path folder;

  @Test
  void theOpenTelemetryAgentBeforeOurs() {
    JavaProcess.Builder jvm = JavaProcess.on(Jdk.running()).options(TRACING).warns(APPENDED);
    isTracedAndWarmed(jvm.agent(PriceServer.config(folder)));
  }

  @Test
  void theOpenTelemetryAgentAfterOurs() {
    isTracedAndWarmed(jvm(Jdk.running(), folder).options(TRACING).warns(APPENDED));
  }

  /** It inserts code into the class whose field gives the cache its name. */
  @Test
  void theJaCoCoAgent() {
    Path coverage = folder.resolve("coverage.exec");
    JavaProcess.Builder jvm =
        JavaProcess.on(Jdk.running())
            .options(
                "-javaagent:"
                    + Artifacts.neighbour("org.jacoco.agent.jar")
                    + "=destfile="
                    + coverage);
    try (PriceServer server = started(jvm.agent(PriceServer.config(folder)))) {
      server.answersFromItsWarmedCache();
      server.process().terminate();
      server.process().exitCode();
    }
    assertThat(coverage).isNotEmptyFile();
  }

  @Test
  void aSecondCopyOfOurs() throws IOException {
    Path copy = Files.copy(Artifacts.agent(), folder.resolve("copy.jar"));
    try (PriceServer server = started(jvm(Jdk.running(), folder).options("-javaagent:" + copy))) {
      server.answersFromItsWarmedCache();
      assertThat(server.process().agentLines())
          .filteredOn(line -> line.contains("WARN"))
          .hasSize(1);
      assertThat(server.process().output()).contains("attached twice");
    }
  }

  @Test
  void anApplicationThatRewritesItselfWithOlderLibraries() {
    Path older = Artifacts.neighbour("caffeine.jar");
    String libraries =
        classPath(
            older,
            Artifacts.neighbour("slf4j-api.jar"),
            Artifacts.neighbour("slf4j-simple.jar"),
            Artifacts.neighbour("byte-buddy.jar"),
            Artifacts.neighbour("byte-buddy-agent.jar"));
    JavaProcess.Builder jvm =
        jvm(Jdk.running(), folder).options("-Djdk.attach.allowAttachSelf=true", "-cp", libraries);
    try (PriceServer server =
        PriceServer.start(folder, jvm, "com.acme.prices.bytebuddy.ByteBuddyServer", "PORT")) {
      server.answersFromItsWarmedCache();
      assertThat(server.process().output())
          .as("its own agent works")
          .contains("calls seen: 1")
          .as("its own logging is used")
          .contains("INFO io.warmup - [warmup]");
    }
  }

  @Test
  void aJvmThatNobodyCanAttachTo() {
    isWarmed(jvm(Jdk.running(), folder).options("-XX:+DisableAttachMechanism"));
  }

  /** Neither java.management nor java.logging nor jdk.unsupported. */
  @Test
  void theSmallestRuntimeThatTakesAnAgent() {
    Path runtime = folder.resolve("runtime");
    int code =
        ToolProvider.findFirst("jlink")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--add-modules",
                "java.base,java.instrument",
                "--output",
                runtime.toString());
    assertThat(code).isZero();
    JavaProcess.Builder jvm =
        jvm(new Jdk(runtime, Jdk.running().release()), folder)
            .options(
                "-Dwarmup.gate.method=com.acme.prices.plain.SocketServer#serve",
                "-cp",
                classPath());
    try (PriceServer server =
        PriceServer.start(folder, jvm, "com.acme.prices.plain.SocketServer", "PORT")) {
      server.answersFromItsWarmedCache();
    }
  }

  @Test
  void theJdksOwnToolsSayAndDoWhatTheyAlwaysDo() throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("A.java"), "class A {}");
    tool("javac", "-d", folder.toString(), source.toString());
    assertThat(folder.resolve("A.class")).exists();
    tool("keytool", "-help");
    assertThat(folder.resolve("warmup-report")).doesNotExist();
  }

  private void tool(String name, String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(Jdk.running().home().resolve("bin").resolve(name).toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().put("JAVA_TOOL_OPTIONS", "-javaagent:" + Artifacts.agent());
    Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    assertThat(output).doesNotContain("[warmup]");
  }

  private void isTracedAndWarmed(JavaProcess.Builder jvm) {
    try (PriceServer server = started(jvm)) {
      server.answersFromItsWarmedCache();
      assertThat(server.process().output()).contains(TRACING_STARTED);
      assertThat(server.process().agentLines()).noneMatch(line -> line.contains("WARN"));
    }
  }

  private void isWarmed(JavaProcess.Builder jvm) {
    try (PriceServer server = started(jvm)) {
      server.answersFromItsWarmedCache();
      assertThat(server.process().agentLines()).noneMatch(line -> line.contains("WARN"));
    }
  }

  private PriceServer started(JavaProcess.Builder jvm) {
    return PriceServer.start(folder, jvm.options("-cp", classPath()), JDK_SERVER, "PORT");
  }
}
