package io.warmup.scenarios.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.Http;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody on call, with a shell beside the running shop. */
@Timeout(180)
class CommandLineIT {

  /** Gives a program a terminal; where it is not there, that is not looked at. */
  private static final Path TERMINAL = Path.of("/usr/bin/script");

  @TempDir private Path folder;

  /** What a command printed, and how it ended. */
  private record Answer(int exit, String text) {}

  @Test
  void looksAtARunningWarmUpAndSteersIt() throws Exception {
    Http page = Http.onFreePort();
    Path config = Shop.config(folder, "observe: { window: 5m, interval: 1s }");
    Path recording = folder.resolve("shop.jfr");
    JavaProcess.Builder jvm =
        JavaProcess.on(Jdk.running())
            .options("-XX:StartFlightRecording:filename=" + recording)
            .options("-Dwarmup.report.http=127.0.0.1:" + page.port())
            .agent(config);
    try (Shop shop = Shop.start(jvm).awaitOpen()) {
      String pid = String.valueOf(shop.process().pid());

      Answer status = warmup("status", pid);
      assertThat(status.exit()).isZero();
      assertThat(status.text())
          .contains("warm: traffic is open")
          .containsPattern("HotProducts +products +100 +5,000 +5,000")
          .containsPattern("products = ProductService.products +caffeine");
      assertThat(warmup("status", pid, "--format", "json").text())
          .contains("\"state\":\"warm\"", "\"strategy\":\"HotProducts\"");

      assertThat(status.text()).as("in a pipe").doesNotContain("\u001b");
      if (Files.isExecutable(TERMINAL)) {
        assertThat(onATerminal("status", pid).text())
            .contains("\u001b[32mwarm\u001b[0m: traffic is open");
      }

      Answer plan = warmup("plan", pid);
      assertThat(plan.exit()).isZero();
      assertThat(plan.text()).contains("5,112 keys would be loaded into shop; nothing was.");

      Answer run = warmup("run", pid, "--only", "Categories", "--limit", "20");
      assertThat(run.exit()).isZero();
      assertThat(run.text()).containsPattern("Categories +categories +20 +0 ");
      Answer unknown = warmup("run", pid, "--only", "Nope");
      assertThat(unknown.exit()).isEqualTo(2);
      assertThat(unknown.text()).contains("no strategy 'Nope'; there are [HotProducts,");

      Answer stop = warmup("stop", pid);
      assertThat(stop.exit()).isZero();
      assertThat(stop.text()).contains("nothing was running");

      assertThat(page.get("/metrics"))
          .contains("warmup_state{", "warmup_progress_ratio", "warmup_load_seconds_bucket{")
          .contains("warmup_keys_total{outcome=\"warmed\",strategy=\"Categories\"} 130.0");
      assertThat(page.get("/metrics", "application/openmetrics-text;version=1.0.0"))
          .startsWith("application/openmetrics-text; version=1.0.0")
          .contains("# UNIT warmup_load_seconds seconds")
          .endsWith("# EOF\n");
      assertThat(page.get("/metrics", "text/plain"))
          .startsWith("text/plain; version=0.0.4")
          .doesNotContain("# EOF");
      assertThat(page.get("/status")).contains("\"state\":\"warm\"");

      shop.process().terminate();
      shop.process().exitCode();
    }
    assertThat(tool("jfr", "summary", recording.toString()).text())
        .containsPattern("io.warmup.Run +2 ")
        .containsPattern("io.warmup.Strategy +4 ")
        .containsPattern("io.warmup.Gate +1 ")
        .containsPattern("io.warmup.Batch +[1-9]");
    assertThat(tool("jfr", "print", "--events", "io.warmup.Strategy", recording.toString()).text())
        .contains("strategy = \"HotProducts\"", "warmed = 5000");
  }

  @Test
  void bringsTheAgentIntoAShopThatRunsWithout() throws Exception {
    Path config = Shop.config(folder, "observe: { window: 5m, interval: 1s }");
    try (Shop shop = Shop.start(JavaProcess.on(Jdk.running())).awaitOpen()) {
      String pid = String.valueOf(shop.process().pid());
      Answer before = warmup("status", pid);
      assertThat(before.exit()).isEqualTo(2);
      assertThat(before.text()).contains("attach " + pid);

      assertThat(shop.client().get("/products/1")).contains("Product 1");
      Process attach = start(java("attach", pid, "--config", config.toString()));
      while (attach.isAlive()) {
        shop.client().get("/products/1"); // a Spring context shows itself by what it answers
      }
      assertThat(attach.waitFor()).isZero();
      assertThat(shop.process().output()).contains("HotProducts → products: ");
      shop.client().get("/products/" + Shop.BEST_SELLER);
      assertThat(warmup("status", pid).text()).contains("warm: traffic is open");
    }
  }

  private Answer onATerminal(String... arguments) throws Exception {
    String command = String.join(" ", java(arguments));
    return answer(List.of(TERMINAL.toString(), "-qec", command, "/dev/null"));
  }

  private Answer warmup(String... arguments) throws Exception {
    return answer(java(arguments));
  }

  private static List<String> java(String... arguments) {
    List<String> command = new ArrayList<>(List.of(bin("java")));
    command.addAll(List.of("-jar", Artifacts.agent().toString()));
    Collections.addAll(command, arguments);
    return command;
  }

  private Answer tool(String name, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(bin(name)));
    Collections.addAll(command, arguments);
    return answer(command);
  }

  private static String bin(String tool) {
    return Jdk.running().home().resolve("bin").resolve(tool).toString();
  }

  private Answer answer(List<String> command) throws Exception {
    Process process = start(command);
    int exit = process.waitFor();
    return new Answer(exit, Files.readString(folder.resolve("answer.txt")));
  }

  private Process start(List<String> command) throws Exception {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("answer.txt").toFile())
        .start();
  }
}
