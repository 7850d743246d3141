package io.warmup.agent.report.html;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium, where the machine has one. */
final class Browser {

  private final Path executable;
  private final Path work;

  private Browser(Path executable, Path work) {
    this.executable = executable;
    this.work = work;
  }

  static Optional<Browser> onThisMachine(Path work) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(executable -> new Browser(executable, work));
  }

  /** The document after its scripts have run. */
  String dom(Path page) throws Exception {
    Path out = work.resolve("dom.html");
    run(out, List.of("--virtual-time-budget=5000", "--dump-dom", page.toUri().toString()));
    return Files.readString(out);
  }

  void picture(Path page, Path picture, int width, int height, boolean dark) throws Exception {
    Files.createDirectories(picture.getParent());
    run(
        work.resolve("picture.out"),
        List.of(
            "--hide-scrollbars",
            "--virtual-time-budget=2000", // until all of it is painted
            "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
            "--window-size=" + width + "," + height,
            "--screenshot=" + picture.toAbsolutePath(),
            page.toUri().toString()));
  }

  private void run(Path out, List<String> arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                executable.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + work.resolve("profile")));
    command.addAll(arguments);
    Path errors = work.resolve("browser.err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("the browser did not end");
    }
    if (process.exitValue() != 0) {
      throw new IOException(Files.readString(errors, StandardCharsets.ISO_8859_1));
    }
  }
}
