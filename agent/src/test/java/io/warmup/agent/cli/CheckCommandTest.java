package io.warmup.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.grack.nanojson.JsonParser;
import io.warmup.api.CacheWarmupStrategy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

  @TempDir private Path folder;

  @Test
  void printsEachValueWithItsOrigin() throws Exception {
    Path config = config("version: 1\nmode: observe\n");

    Shell shell = Shell.run("check", "--config", config);

    assertThat(shell.err()).isEmpty();
    assertThat(shell.exit()).isZero();
    assertThat(shell.out())
        .containsPattern("mode +observe +\\S*warmup.yaml:2:7")
        .containsPattern("gate.timeout +60s +default");
  }

  @Test
  void saysWhatIsWrongAndWhere() throws Exception {
    Shell shell = Shell.run("check", "--config", config("version: 1\nmoode: observe\n"));

    assertThat(shell.exit()).isEqualTo(Main.FAILED);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains("warmup.yaml:2").contains("mode");
  }

  @Test
  void judgesSchedules() throws Exception {
    Path config = config("version: 1\nstrategies:\n  Hot:\n    schedule: [every now and then]\n");

    assertThat(Shell.run("check", "--config", config).err())
        .contains("warmup.yaml:4")
        .contains("write for example: every 30m");
  }

  @Test
  void listsTheStrategiesAJarDeclaresAndMissesTheirClasses() throws Exception {
    jar("com.acme.There", "com.acme.Gone");

    Shell shell =
        Shell.run("check", "--config", config("version: 1\nstrategies-path: strategies.jar\n"));

    assertThat(shell.exit()).isEqualTo(Main.PARTIAL);
    assertThat(shell.out()).containsPattern("com.acme.There +strategies.jar");
    assertThat(shell.err())
        .isEqualToIgnoringNewLines("strategies.jar declares com.acme.Gone, but has no such class");
  }

  @Test
  void handsJsonOn() throws Exception {
    Shell shell = Shell.run("check", "--format", "json", "--config", config("version: 1\n"));

    assertThat(JsonParser.object().from(shell.out()).getArray("settings")).isNotEmpty();
  }

  private Path config(String yaml) throws Exception {
    return Files.writeString(folder.resolve("warmup.yaml"), yaml);
  }

  /** Declares two strategies and holds the class of the first alone. */
  private void jar(String there, String gone) throws Exception {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("strategies.jar")))) {
      zip.putNextEntry(new ZipEntry("META-INF/services/" + CacheWarmupStrategy.class.getName()));
      zip.write((there + "\n" + gone + "\n").getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(there.replace('.', '/') + ".class"));
    }
  }
}
