package io.warmup.agent.guard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that trains a CDS archive or an AOT cache: nobody is served, so nothing is to be warmed.
 */
public final class ArchiveDump implements Guard {

  private static final List<String> DUMP_OPTIONS =
      List.of(
          "-Xshare:dump",
          "-XX:ArchiveClassesAtExit",
          "-XX:DumpLoadedClassList",
          "-XX:AOTMode=record",
          "-XX:AOTMode=create",
          "-XX:AOTCacheOutput");

  /** Has no state. */
  public ArchiveDump() {}

  @Override
  public @Nullable String objection(Jvm jvm) {
    for (String option : jvm.options()) {
      for (String dump : DUMP_OPTIONS) {
        if (option.startsWith(dump)) {
          return "sees a training run (" + option + "): nothing is warmed";
        }
      }
    }
    return null;
  }
}
