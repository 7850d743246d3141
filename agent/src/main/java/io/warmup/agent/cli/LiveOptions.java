package io.warmup.agent.cli;

import io.warmup.agent.jmx.WarmupMXBean;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What all commands on a live process take. */
final class LiveOptions {

  /** Ways to show an answer. */
  enum Format {
    table,
    json
  }

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PID",
      description = "Process id; may be left out where only one Java process runs.")
  private @Nullable String pid;

  @Option(
      names = "--app",
      paramLabel = "NAME",
      description = "Which application, where one JVM holds several.")
  private @Nullable String app;

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES}; default: table.")
  private Format format = Format.table;

  boolean json() {
    return format == Format.json;
  }

  LiveJvm attach() throws UnreachableException {
    return LiveJvm.attach(pid);
  }

  /**
   * The application that is meant.
   *
   * @throws UnreachableException if there is none, or more than one and none is named
   */
  WarmupMXBean application(LiveJvm jvm) throws UnreachableException {
    List<WarmupMXBean> all = jvm.applications();
    if (all.isEmpty()) {
      throw new UnreachableException(
          "process "
              + jvm.pid()
              + " has no Warmup agent, or its application is not ready to be warmed yet;"
              + " 'attach "
              + jvm.pid()
              + " --config warmup.yaml' loads the agent");
    }
    List<WarmupMXBean> meant =
        all.stream().filter(it -> app == null || it.getApplication().equals(app)).toList();
    if (meant.size() == 1) {
      return meant.get(0);
    }
    throw new UnreachableException(
        "process "
            + jvm.pid()
            + " holds "
            + all.stream().map(WarmupMXBean::getApplication).sorted().toList()
            + "; say which with --app");
  }
}
