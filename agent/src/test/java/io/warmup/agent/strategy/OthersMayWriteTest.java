package io.warmup.agent.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A strategy jar is code. */
class OthersMayWriteTest {

  @TempDir Path temp;
  private Path folder;
  private Path jar;

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectory(temp.resolve("strategies"));
    jar = Files.createFile(folder.resolve("shop.jar"));
    allow(folder, "rwxr-xr-x");
    allow(jar, "rw-r--r--");
  }

  @Test
  void noWhereOnlyTheOwnerWrites() {
    assertThat(OthersMayWrite.to(jar)).isFalse();
  }

  @Test
  void yesWhereTheJarIsWritableForAll() throws IOException {
    allow(jar, "rw-r--rw-");

    assertThat(OthersMayWrite.to(jar)).isTrue();
  }

  @Test
  void yesWhereItsFolderLetsThemReplaceIt() throws IOException {
    allow(folder, "rwxrwxrwx");

    assertThat(OthersMayWrite.to(jar)).isTrue();
  }

  @Test
  void noWhereTheFolderKeepsEachToTheirOwn() throws IOException {
    allow(folder, "rwxrwxrwx");
    Files.setAttribute(folder, "unix:mode", 01777);

    assertThat(OthersMayWrite.to(jar)).isFalse();
  }

  @Test
  void noWhereThereIsNothing() {
    assertThat(OthersMayWrite.to(temp.resolve("gone/x.jar"))).isFalse();
  }

  private static void allow(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
