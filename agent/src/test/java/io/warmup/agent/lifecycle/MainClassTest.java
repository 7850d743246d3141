package io.warmup.agent.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainClassTest {

  @TempDir private Path folder;

  @Test
  void isTheFirstWordOfTheCommand() {
    assertThat(MainClass.of("com.acme.Main 8080", "/lib/a.jar:/lib/b.jar"))
        .isEqualTo("com.acme.Main");
    assertThat(MainClass.of("com.acme/com.acme.Main", "")).isEqualTo("com.acme.Main");
    assertThat(MainClass.of("", "")).isNull();
  }

  @Test
  void isInTheManifestOfAnExecutableJarWhoseFolderHasASpaceInIt() throws Exception {
    Path jar = Files.createDirectory(folder.resolve("my shop")).resolve("shop.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "com.acme.Main");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    assertThat(MainClass.of(jar + " 8080", jar.toString())).isEqualTo("com.acme.Main");
  }
}
