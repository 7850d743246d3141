package io.warmup.agent.instrument.prepared;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedClassesTest {

  private static final String NAME = "com/acme/Cache";
  private static final byte[] FIRST = "the class of the first release".getBytes(UTF_8);
  private static final byte[] SECOND = "the class of the second release".getBytes(UTF_8);
  private static final byte[] LEFT_ALONE = "a class that needs nothing".getBytes(UTF_8);

  @TempDir private Path jar;
  private final Preparation preparation = new Preparation();

  @BeforeEach
  void threeReleases() throws IOException {
    preparation.add(NAME, SECOND, rewritten(SECOND));
    preparation.add(NAME, LEFT_ALONE, LEFT_ALONE);
    preparation.add(NAME, FIRST, rewritten(FIRST));
  }

  @Test
  void findTheClassOfEachRelease() throws IOException {
    assertThat(found(FIRST)).isEqualTo(rewritten(FIRST));
    assertThat(found(SECOND)).isEqualTo(rewritten(SECOND));
  }

  @Test
  void giveBackTheOriginalWhereItIsLeftAlone() throws IOException {
    assertThat(found(LEFT_ALONE)).isSameAs(LEFT_ALONE);
  }

  @Test
  void doNotKnowAClassOfAnotherBuild() throws IOException {
    byte[] patched = FIRST.clone();
    patched[4]++;
    assertThat(found(patched)).isNull();
    assertThat(PreparedClasses.rewritten("com/acme/Other", FIRST)).isNull();
  }

  @Test
  void areKeptOnceForReleasesThatShareThem() throws IOException {
    preparation.add(NAME, FIRST, rewritten(FIRST));
    assertThat(preparation.size()).isEqualTo(3);
  }

  @Test
  void areNotTakenFromADamagedFile() throws IOException {
    byte[] file = file();
    file[file.length - 4]++; // of the new bytes, which the last two numbers follow
    assertThat(PreparedClasses.rewritten(stream(file), FIRST)).isNull();
  }

  private byte @Nullable [] found(byte[] original) throws IOException {
    return PreparedClasses.rewritten(stream(file()), original);
  }

  private byte[] file() throws IOException {
    Path file = jar.resolve(PreparedClasses.file(NAME));
    Files.createDirectories(file.getParent());
    Files.createDirectories(jar.resolve("META-INF"));
    Files.writeString(jar.resolve("META-INF/MANIFEST.MF"), "");
    preparation.writeTo(jar);
    return Files.readAllBytes(file);
  }

  private static DataInputStream stream(byte[] file) {
    return new DataInputStream(new ByteArrayInputStream(file));
  }

  private static byte[] rewritten(byte[] original) {
    return (new String(original, UTF_8) + ", recorded").getBytes(UTF_8);
  }
}
