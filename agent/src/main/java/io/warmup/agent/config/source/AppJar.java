package io.warmup.agent.config.source;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * What an application's jar says about itself.
 *
 * @param mainClass of the manifest: the application's own where a launcher stands before it
 * @param springName {@code spring.application.name}, if it is packed with the code
 */
record AppJar(Optional<String> mainClass, Optional<String> springName) {

  private static final List<String> FOLDERS = List.of("BOOT-INF/classes/", "WEB-INF/classes/", "");

  /** Empty if it cannot be read, which is the application's affair. */
  static Optional<AppJar> open(Path path) {
    try (JarFile jar = new JarFile(path.toFile())) {
      return Optional.of(new AppJar(mainClass(jar), springName(jar)));
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<String> mainClass(JarFile jar) throws IOException {
    if (jar.getManifest() == null) {
      return Optional.empty();
    }
    Attributes main = jar.getManifest().getMainAttributes();
    return Optional.ofNullable(main.getValue("Start-Class"))
        .or(() -> Optional.ofNullable(main.getValue(Attributes.Name.MAIN_CLASS)));
  }

  private static Optional<String> springName(JarFile jar) throws IOException {
    for (String folder : FOLDERS) {
      Optional<String> properties = text(jar, folder + "application.properties");
      if (properties.isPresent()) {
        Properties values = new Properties();
        values.load(new StringReader(properties.get()));
        String name = values.getProperty("spring.application.name");
        if (name != null) {
          return literal(name);
        }
      }
      for (String file : List.of("application.yml", "application.yaml")) {
        Optional<String> name = text(jar, folder + file).flatMap(AppJar::nameInYaml);
        if (name.isPresent()) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> nameInYaml(String yaml) {
    Map<String, String> variables = Map.of();
    List<Document> documents =
        new YamlReader("application.yml", new Substitution(variables))
            .read(yaml, new ArrayList<>());
    return documents.stream()
        .findFirst()
        .flatMap(document -> find(document.fields(), "spring.application.name"))
        .flatMap(AppJar::literal);
  }

  /** Spring takes each dot as a level or as part of the name. */
  private static Optional<String> find(ConfigNode.Fields fields, String path) {
    for (Map.Entry<String, ConfigNode.Field> field : fields.fields().entrySet()) {
      ConfigNode value = field.getValue().value();
      if (field.getKey().equals(path) && value instanceof ConfigNode.Text text) {
        return Optional.of(text.text());
      }
      if (path.startsWith(field.getKey() + ".") && value instanceof ConfigNode.Fields below) {
        return find(below, path.substring(field.getKey().length() + 1));
      }
    }
    return Optional.empty();
  }

  /** A name made of placeholders is known to Spring alone. */
  private static Optional<String> literal(String name) {
    return name.contains("${") ? Optional.empty() : Optional.of(name.strip());
  }

  private static Optional<String> text(JarFile jar, String name) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    return entry == null
        ? Optional.empty()
        : Optional.of(new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
  }
}
