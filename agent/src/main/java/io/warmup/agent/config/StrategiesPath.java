package io.warmup.agent.config;

import java.nio.file.Path;

/**
 * Where strategies are.
 *
 * @param path a jar, or a folder of jars
 * @param said who says so, for messages: {@code warmup.yaml:2:18}, {@code -Dwarmup.strategies-path}
 */
public record StrategiesPath(Path path, String said) {

  /** As a message about it begins. */
  @Override
  public String toString() {
    return said + ": strategies-path: " + path;
  }
}
