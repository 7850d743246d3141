package io.warmup.agent.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.Mode;
import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.log.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of the file while the application runs. Each poll is called here, not waited for. */
class ConfigWatcherTest {

  @TempDir Path folder;
  private final List<String> lines = new ArrayList<>();
  private final List<WarmupConfig> taken = new ArrayList<>();
  private Operator operator;
  private ConfigWatcher watcher;

  @BeforeEach
  void watch() {
    operator = new Operator(folder).file("mode: warm\n");
    watcher = watcher(folder.resolve("warmup.yaml"));
  }

  @AfterEach
  void stop() {
    watcher.close();
  }

  @Test
  void anUntouchedFileIsNotEvenRead() {
    AtomicInteger reads = new AtomicInteger();
    try (ConfigWatcher idle =
        new ConfigWatcher(
            folder.resolve("warmup.yaml"),
            operator.loaded(),
            () -> {
              reads.incrementAndGet();
              return operator.result();
            },
            now -> taken.add(now.config()),
            log())) {
      idle.poll();
      idle.poll();
      idle.poll();
      assertThat(reads).hasValue(0);
      operator.file("mode: observe\n");
      idle.poll();
      idle.poll();
      assertThat(reads).hasValue(1);
    }
    assertThat(taken).hasSize(1);
  }

  @Test
  void anEditIsTakenOverWithOneLine() {
    operator.file("mode: observe\nobserve: { window: 1m }\n");
    polls(3);

    assertThat(lines)
        .containsExactly(
            "[warmup] warmup.yaml changed: mode is now observe (was warm); observe.window is now 1m"
                + " (was 15m)");
    assertThat(taken).singleElement().extracting(WarmupConfig::mode).isEqualTo(Mode.OBSERVE);
  }

  @Test
  void whatAnEditCannotBringIsTold() {
    operator.file("when: app=another\nmode: warm\n");
    polls(3);

    assertThat(lines.get(0))
        .startsWith("[warmup] No 'when' in warmup.yaml matches this application");
    assertThat(taken).singleElement().extracting(WarmupConfig::mode).isEqualTo(Mode.OFF);
  }

  @Test
  void anEditMadeBeforeTheFirstLookIsSeen() {
    ConfigResult.Loaded loaded = operator.loaded();
    operator.file("mode: observe\n");
    try (ConfigWatcher late =
        new ConfigWatcher(
            folder.resolve("warmup.yaml"),
            loaded,
            operator::result,
            now -> taken.add(now.config()),
            log())) {
      late.poll();
    }

    assertThat(taken).singleElement().extracting(WarmupConfig::mode).isEqualTo(Mode.OBSERVE);
  }

  @Test
  void aFileThatIsStillBeingWrittenIsNotRead() {
    operator.file("mode: obs");
    polls(1);
    operator.file("mode: observe\n");
    polls(2);

    assertThat(lines).hasSize(1).first().asString().contains("mode is now observe");
  }

  @Test
  void aBrokenEditKeepsTheLastGoodStateAndIsToldOnce() throws IOException {
    operator.file("mode: wram\ngate: { timout: 1s }\n");
    polls(2);
    operator.file("mode: wram\ngate: { timout: 1s } # touched\n");
    polls(2);

    assertThat(lines)
        .containsExactly(
            "[warmup] warmup.yaml:1:7: mode: 'wram' is none of warm, observe, off; did you mean"
                + " 'warm'? (and 1 more); the edit is left out, all stays as it was");
    assertThat(taken).isEmpty();

    lines.clear();
    operator.file("mode: warm\n# sorry\n");
    polls(2);
    assertThat(lines)
        .containsExactly("[warmup] warmup.yaml is right again, and says what it said before");

    lines.clear();
    Files.delete(folder.resolve("warmup.yaml"));
    polls(2);
    assertThat(lines).singleElement().asString().contains("there is no such file");
    assertThat(taken).isEmpty();
  }

  @Test
  void aSwappedLinkAboveTheFileIsSeen() throws IOException {
    operator.file("v1/warmup.yaml", "mode: warm\n").file("v2/warmup.yaml", "mode: off \n");
    var times = Files.getLastModifiedTime(folder.resolve("v1/warmup.yaml"));
    Files.setLastModifiedTime(folder.resolve("v2/warmup.yaml"), times);
    Path data = Files.createSymbolicLink(folder.resolve("data"), folder.resolve("v1"));
    operator.arguments("data/warmup.yaml");
    try (ConfigWatcher mounted = watcher(data.resolve("warmup.yaml"))) {
      Files.delete(data);
      Files.createSymbolicLink(data, folder.resolve("v2"));
      mounted.poll();
      mounted.poll();
    }

    assertThat(taken).singleElement().extracting(WarmupConfig::mode).isEqualTo(Mode.OFF);
  }

  @Test
  void aListenerThatThrowsIsTold() {
    try (ConfigWatcher careless =
        new ConfigWatcher(
            folder.resolve("warmup.yaml"),
            operator.loaded(),
            operator::result,
            now -> {
              throw new IllegalStateException("no");
            },
            log())) {
      operator.file("mode: observe\n");
      careless.poll();
      careless.poll();
    }

    assertThat(lines).last().asString().contains("can't be taken over").contains("no");
  }

  private void polls(int times) {
    for (int i = 0; i < times; i++) {
      watcher.poll();
    }
  }

  private ConfigWatcher watcher(Path file) {
    return new ConfigWatcher(
        file, operator.loaded(), operator::result, now -> taken.add(now.config()), log());
  }

  private Log log() {
    return new Log((level, line) -> lines.add(line));
  }
}
