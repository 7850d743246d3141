package io.warmup.agent.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.config.source.Problem;
import io.warmup.agent.config.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who writes a file, sets variables and starts the agent, in a folder of their own. */
final class Operator {

  final Path folder;
  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>(Map.of("HOSTNAME", "shop-1"));
  private @Nullable String arguments;
  private ScheduleCheck schedules = schedule -> Optional.empty();

  Operator(Path folder) {
    this.folder = folder;
  }

  Operator file(String text) {
    return file("warmup.yaml", text);
  }

  Operator file(String name, String text) {
    try {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.writeString(folder.resolve(name), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Operator arguments(String text) {
    arguments = text;
    return this;
  }

  Operator property(String name, String value) {
    properties.put(name, value);
    return this;
  }

  Operator variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Operator schedules(ScheduleCheck check) {
    schedules = check;
    return this;
  }

  ConfigResult result() {
    return new ConfigLoader(schedules).load(Sources.of(arguments, properties, environment, folder));
  }

  ConfigResult.Loaded loaded() {
    ConfigResult result = result();
    assertThat(result).isInstanceOf(ConfigResult.Loaded.class);
    return (ConfigResult.Loaded) result;
  }

  WarmupConfig config() {
    return loaded().config();
  }

  ConfigResult.Invalid invalid() {
    ConfigResult result = result();
    assertThat(result).isInstanceOf(ConfigResult.Invalid.class);
    return (ConfigResult.Invalid) result;
  }

  List<String> problems() {
    return invalid().problems().stream().map(Problem::toString).toList();
  }

  String origin(String path) {
    return loaded().effective().origin(path).orElseThrow().where();
  }
}
