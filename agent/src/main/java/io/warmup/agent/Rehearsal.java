package io.warmup.agent;

import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.config.load.ConfigLoader;
import io.warmup.agent.config.load.ConfigResult;
import io.warmup.agent.config.source.Sources;
import io.warmup.agent.log.Log;
import io.warmup.agent.warmer.Schedule;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a dry run needs: another configuration, and its lines kept from the log. */
final class Rehearsal {

  private static final String PREFIX = "[warmup] ";

  private Rehearsal() {}

  /** Null if it cannot be used, which {@code problems} says. */
  static @Nullable WarmupConfig config(Path file, List<String> problems) {
    ConfigResult result =
        new ConfigLoader(Schedule::problem).load(Sources.ofThisProcess("config=" + file));
    if (result instanceof ConfigResult.Loaded loaded) {
      problems.addAll(loaded.notices());
      return loaded.config();
    }
    problems.addAll(
        result instanceof ConfigResult.Invalid invalid
            ? invalid.lines("Nothing is planned")
            : List.of(file + " says that the agent is off for this application"));
    return null;
  }

  static Log log(List<String> problems) {
    return new Log(
        (level, line) -> {
          synchronized (problems) {
            problems.add(line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : line);
          }
        });
  }
}
