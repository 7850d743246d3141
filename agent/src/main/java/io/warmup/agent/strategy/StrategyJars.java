package io.warmup.agent.strategy;

import io.warmup.agent.config.StrategiesPath;
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

  List<URL> find(@Nullable StrategiesPath strategies) {
    if (strategies == null) {
      return List.of();
    }
    List<URL> jars = new ArrayList<>();
    for (Path file : files(strategies)) {
      if (isReadableJar(new StrategiesPath(file, strategies.said()))) {
        warnIfOthersMayWriteTo(file, strategies.said());
        jars.add(url(file));
      }
    }
    return jars;
  }

  private List<Path> files(StrategiesPath strategies) {
    Path path = strategies.path();
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      log.warn(
          strategies + " does not exist: only strategies on the application's class path are used");
      return List.of();
    }
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(path, "*.jar")) {
      jars.forEach(files::add);
    } catch (IOException e) {
      log.warn(strategies + " cannot be listed (" + e + ")");
    }
    if (files.isEmpty()) {
      log.warn(
          strategies + " holds no jar: only strategies on the application's class path are used");
    }
    files.sort(null);
    return files;
  }

  /** Its code runs with the application's rights. */
  private void warnIfOthersMayWriteTo(Path jar, String said) {
    if (OthersMayWrite.to(jar)) {
      log.warn(
          said
              + ": strategies-path: every user of this machine may replace "
              + jar
              + ", whose code runs inside the application: take the right to write from others"
              + " (chmod o-w on it and its folder). It is used all the same");
    }
  }

  private boolean isReadableJar(StrategiesPath jar) {
    try (ZipFile zip = new ZipFile(jar.path().toFile())) {
      return zip.size() >= 0;
    } catch (ZipException e) {
      log.warn(jar + " is no jar (" + e.getMessage() + "): left out");
    } catch (IOException e) {
      log.warn(jar + " cannot be read (" + e + "): left out");
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
