package io.warmup.agent.strategy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * One provider-configuration file, as {@link java.util.ServiceLoader} describes it. Read here
 * rather than by ServiceLoader because that cannot say which jar a provider came from.
 *
 * @param url of the file
 */
record ProviderFile(URL url) {

  static String nameFor(Class<?> service) {
    return "META-INF/services/" + service.getName();
  }

  /** The provider class names, without comments. */
  List<String> providers() throws IOException {
    URLConnection connection = url.openConnection();
    connection.setUseCaches(false);
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      return reader.lines().map(ProviderFile::withoutComment).flatMap(ProviderFile::name).toList();
    }
  }

  /** The jar or folder it stands in, for people. */
  String origin() {
    String text = url.toString();
    int inside = text.lastIndexOf("!/");
    if (inside < 0) {
      return text.substring(0, text.length() - "META-INF/services/".length());
    }
    String jar = text.substring(0, inside);
    return jar.substring(jar.lastIndexOf('/') + 1);
  }

  private static String withoutComment(String line) {
    int comment = line.indexOf('#');
    return (comment < 0 ? line : line.substring(0, comment)).trim();
  }

  private static Stream<String> name(String line) {
    return line.isEmpty() ? Stream.empty() : Stream.of(line);
  }
}
