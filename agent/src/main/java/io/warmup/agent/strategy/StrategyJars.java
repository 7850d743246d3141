package io.warmup.agent.strategy;

import io.warmup.agent.log.Log;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The jars that {@code strategies-path} means: one jar, or all jars of a folder in the order of
 * their names.
 */
final class StrategyJars {

  private final Log log;

  StrategyJars(Log log) {
    this.log = log;
  }

  List<URL> find(@Nullable Path path) {
    if (path == null) {
      return List.of();
    }
    List<URL> jars = new ArrayList<>();
    for (Path file : files(path)) {
      if (isReadableJar(file)) {
        warnIfOthersMayWriteTo(file);
        jars.add(url(file));
      }
    }
    return jars;
  }

  private List<Path> files(Path path) {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      log.warn(
          "strategies-path: "
              + path
              + " does not exist: only strategies on the application's class path are used");
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(path, "*.jar")) {
      jars.forEach(files::add);
    } catch (IOException e) {
      log.warn("strategies-path: " + path + " cannot be listed (" + e + ")");
    }
    if (files.isEmpty()) {
      log.warn(
          "strategies-path: "
              + path
              + " holds no jar: only strategies on the application's class path are used");
    }
    files.sort(null);
    return files;
  }

  /** Its code runs with the application's rights. */
  private void warnIfOthersMayWriteTo(Path jar) {
    if (OthersMayWrite.to(jar)) {
      log.warn(
          "strategies-path: every user of this machine may replace "
              + jar
              + ", whose code runs inside the application: take the right to write from others"
              + " (chmod o-w on it and its folder). It is used all the same");
    }
  }

  private boolean isReadableJar(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.size() >= 0;
    } catch (ZipException e) {
      log.warn("strategies-path: " + file + " is no jar (" + e.getMessage() + "): left out");
    } catch (IOException e) {
      log.warn("strategies-path: " + file + " cannot be read (" + e + "): left out");
    }
    return false;
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
