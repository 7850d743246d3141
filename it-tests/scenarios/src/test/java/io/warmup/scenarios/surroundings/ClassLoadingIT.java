package io.warmup.scenarios.surroundings;

import static io.warmup.scenarios.surroundings.PriceServer.JDK_SERVER;
import static io.warmup.scenarios.surroundings.PriceServer.classPath;
import static io.warmup.scenarios.surroundings.PriceServer.joined;
import static io.warmup.scenarios.surroundings.PriceServer.jvm;
import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One strategy jar, unchanged, under every kind of class loader; what is read is recorded. */
@Timeout(100)
class ClassLoadingIT {

  private static final Path PLAIN = Artifacts.app("plain", "prices-plain.jar");
  private static final Path PRICES =
      Artifacts.only("it-tests/apps/plain/target/lib", "prices-*.jar");
  private static final Path CAFFEINE =
      Artifacts.only("it-tests/apps/plain/target/lib", "caffeine-*.jar");

  @TempDir private Path folder;

  @Test
  void classesInAFolder() throws IOException {
    String exploded =
        joined(Artifacts.app("plain", "classes"), Artifacts.app("prices", "classes"), CAFFEINE);
    isWarmed(jvm(Jdk.running(), folder).options("-cp", exploded), JDK_SERVER, "PORT");
  }

  @Test
  void modules() throws IOException {
    isWarmed(
        jvm(Jdk.running(), folder)
            .options(
                "--add-modules",
                "ALL-MODULE-PATH,jdk.httpserver",
                "-p",
                joined(PLAIN, PRICES, CAFFEINE)),
        "-m",
        "prices.plain/" + JDK_SERVER,
        "PORT");
  }

  /** A module there sees of the JDK what it names, and nothing of the class path. */
  @Test
  void jbossModules() throws IOException {
    Path module = Files.createDirectories(folder.resolve("modules/com/acme/prices/main"));
    for (Path jar : new Path[] {PLAIN, PRICES, CAFFEINE}) {
      Files.copy(jar, module.resolve(jar.getFileName()));
    }
    Files.writeString(
        module.resolve("module.xml"),
        """
        <module xmlns="urn:jboss:module:1.9" name="com.acme.prices">
          <main-class name="%s"/>
          <resources>
            <resource-root path="%s"/><resource-root path="%s"/><resource-root path="%s"/>
          </resources>
          <dependencies><module name="java.base"/><module name="jdk.httpserver"/></dependencies>
        </module>
        """
            .formatted(
                JDK_SERVER, PLAIN.getFileName(), PRICES.getFileName(), CAFFEINE.getFileName()));
    isWarmed(
        jvm(Jdk.running(), folder).options("-Dwarmup.gate.method=" + JDK_SERVER + "#main"),
        "-jar",
        Artifacts.neighbour("jboss-modules.jar").toString(),
        "-mp",
        folder.resolve("modules").toString(),
        "com.acme.prices",
        "PORT");
  }

  /** A bundle sees java.* and what it imports. */
  @Test
  void anOsgiBundle() throws IOException {
    String framework = joined(Artifacts.neighbour("org.apache.felix.framework.jar"), PLAIN);
    isWarmed(
        jvm(Jdk.running(), folder)
            .options(
                "-Dwarmup.gate.method=com.acme.prices.osgi.PriceBundle#start", "-cp", framework),
        "com.acme.prices.osgi.BundleLauncher",
        bundle().toString(),
        "PORT",
        folder.resolve("felix").toString());
  }

  @Test
  void anApplicationThatCarriesTheApiIsToldInOneLine() {
    JavaProcess.Builder jvm = jvm(Jdk.running(), folder).options("-cp", classPath(Artifacts.api()));
    try (PriceServer server = PriceServer.start(folder, jvm, JDK_SERVER, "PORT")) {
      server.answersFromItsWarmedCache();
      assertThat(server.process().agentLines())
          .filteredOn(line -> line.contains("copy of warmup-api"))
          .singleElement()
          .asString()
          .contains(Artifacts.api().getFileName().toString());
    }
  }

  private Path bundle() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    Map.of(
            "Bundle-ManifestVersion", "2",
            "Bundle-SymbolicName", "com.acme.prices",
            "Bundle-Activator", "com.acme.prices.osgi.PriceBundle",
            "Bundle-ClassPath", "plain.jar,prices.jar,caffeine.jar",
            "Import-Package", "org.osgi.framework,com.sun.net.httpserver")
        .forEach(attributes::putValue);
    Path file = folder.resolve("bundle.jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      add(jar, "plain.jar", PLAIN);
      add(jar, "prices.jar", PRICES);
      add(jar, "caffeine.jar", CAFFEINE);
    }
    return file;
  }

  private static void add(JarOutputStream jar, String name, Path file) throws IOException {
    jar.putNextEntry(new ZipEntry(name));
    Files.copy(file, jar);
  }

  private void isWarmed(JavaProcess.Builder jvm, String... program) throws IOException {
    try (PriceServer server = PriceServer.start(folder, jvm, program)) {
      server.answersFromItsWarmedCache();
      assertThat(server.process().agentLines()).noneMatch(line -> line.contains("WARN"));
      server.process().terminate();
      server.process().exitCode();
      assertThat(Files.readString(folder.resolve("report/latest.json")).replaceAll("\\s", ""))
          .as("the two answers")
          .containsPattern("\"cache\":\"prices\".*?\"hits\":1,\"misses\":1,");
    }
  }
}
