package io.warmup.scenarios.jvm;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium, where the machine has one. */
public final class Browser {

  private static final Pattern FAULTS =
      Pattern.compile(
          "<pre id=\"faults\">checked (\\d+) texts, height (\\d+)\n(.*?)</pre>", Pattern.DOTALL);

  private final Path executable;
  private final Path work;

  private Browser(Path executable, Path work) {
    this.executable = executable;
    this.work = work;
  }

  /**
   * A page as it is laid out.
   *
   * @param texts pieces of text that were looked at
   * @param height in pixels
   * @param faults what overflows or overlaps, a line each
   */
  public record Layout(int texts, int height, String faults) {}

  /** Looks for one on the PATH; its profile and pages are kept in {@code work}. */
  public static Optional<Browser> onThisMachine(Path work) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(executable -> new Browser(executable, work));
  }

  /** Lays a page out at that width, everything that is folded away opened. */
  public Layout layout(String html, int width) throws Exception {
    Path page = framed(html, width, 4_000);
    String dom = run("--virtual-time-budget=5000", "--dump-dom", page.toUri().toString());
    Matcher result = FAULTS.matcher(dom);
    if (!result.find()) {
      throw new IllegalStateException("the check has not run:\n" + dom);
    }
    return new Layout(
        Integer.parseInt(result.group(1)), Integer.parseInt(result.group(2)), result.group(3));
  }

  /** Takes a picture of the whole page. */
  public void picture(String html, int width, int height, boolean dark, Path picture)
      throws Exception {
    Files.createDirectories(picture.toAbsolutePath().getParent());
    run(
        "--hide-scrollbars",
        "--virtual-time-budget=2000", // until all of it is painted
        "--blink-settings=preferredColorScheme=" + (dark ? 0 : 1),
        "--window-size=" + width + "," + height,
        "--screenshot=" + picture.toAbsolutePath(),
        framed(html, width, height).toUri().toString());
  }

  /** In a frame: a browser window itself cannot be as narrow as a telephone. */
  private Path framed(String html, int width, int height) throws IOException {
    String page = html.replace("&", "&amp;").replace("\"", "&quot;");
    return Files.writeString(
        work.resolve("framed.html"),
        Files.readString(Artifacts.layoutCheck())
            .replace("WIDTH", Integer.toString(width))
            .replace("HEIGHT", Integer.toString(height))
            .replace("PAGE", page));
  }

  private String run(String... arguments) throws IOException, InterruptedException {
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
    Collections.addAll(command, arguments);
    Path out = work.resolve("browser.out");
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
    return Files.readString(out);
  }
}
