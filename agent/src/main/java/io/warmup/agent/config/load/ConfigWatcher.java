package io.warmup.agent.config.load;

import io.warmup.agent.config.source.Origin;
import io.warmup.agent.config.source.Problem;
import io.warmup.agent.log.Log;
import io.warmup.agent.thread.AgentThreads;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Notices edits of the file while the application runs. A broken edit leaves all as it was.
 *
 * <p>It polls: Kubernetes swaps a symbolic link two folders above the file it mounts, which {@code
 * WatchService} does not see, and network file systems send no events at all. A changed file is
 * read once it has stood still from one poll to the next, since its writer may not be done.
 */
public final class ConfigWatcher implements AutoCloseable {

  /** Told about changes, on the watcher's thread; not for problems, and not if nothing changed. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Something else holds now.
     *
     * @param now the configuration from here on
     */
    void changed(ConfigResult.Loaded now);
  }

  private final Path file;
  private final Supplier<ConfigResult> load;
  private final Listener listener;
  private final Log log;
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(1, ConfigWatcher::thread);

  private ConfigResult.Loaded inForce;
  private List<Problem> told = List.of();
  private FileStamp read;
  private FileStamp seen;

  /**
   * A watcher that does nothing yet.
   *
   * @param file the file to watch, as {@link ConfigResult#file()} has it
   * @param inForce what was loaded from it last
   * @param load loads it again, from all sources
   * @param listener takes changes
   * @param log gets one line an edit
   */
  public ConfigWatcher(
      Path file,
      ConfigResult.Loaded inForce,
      Supplier<ConfigResult> load,
      Listener listener,
      Log log) {
    this.file = file;
    this.inForce = inForce;
    this.load = load;
    this.listener = listener;
    this.log = log;
    this.read = inForce.stamp();
    this.seen = FileStamp.of(file);
  }

  /** Looks at the file this often from now on; longer than its time stamps are coarse, so ≥ 2 s. */
  public void start(Duration interval) {
    timer.scheduleWithFixedDelay(
        this::poll, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** One look at the file. On one thread at a time. */
  void poll() {
    FileStamp now = FileStamp.of(file);
    boolean settled = now.equals(seen);
    seen = now;
    if (!settled || now.equals(read)) {
      return;
    }
    read = now;
    try {
      take(load.get());
    } catch (RuntimeException | LinkageError e) {
      log.warn(file.getFileName() + " changed, but can't be taken over: " + e);
    }
  }

  private void take(ConfigResult result) {
    if (result instanceof ConfigResult.Invalid invalid) {
      refuse(invalid.problems());
    } else if (!file.equals(result.file())) {
      // Nobody named the file; without it the defaults would hold, which nobody asked for.
      Origin origin = Origin.of(Origin.Source.FILE, file.getFileName().toString());
      refuse(List.of(new Problem(origin, "there is no such file any more")));
    } else {
      accept((ConfigResult.Loaded) result);
    }
  }

  private void refuse(List<Problem> problems) {
    if (!problems.equals(told)) {
      told = problems;
      String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
      log.warn(problems.get(0) + more + "; the edit is left out, all stays as it was");
    }
  }

  private void accept(ConfigResult.Loaded loaded) {
    List<ConfigChange> changes = ConfigChange.between(inForce.effective(), loaded.effective());
    boolean wasBroken = !told.isEmpty();
    told = List.of();
    loaded.notices().stream()
        .filter(notice -> !inForce.notices().contains(notice))
        .forEach(log::warn);
    inForce = loaded;
    if (!changes.isEmpty()) {
      log.info(
          file.getFileName()
              + " changed: "
              + changes.stream().map(Objects::toString).collect(Collectors.joining("; ")));
      listener.changed(loaded);
    } else if (wasBroken) {
      log.info(file.getFileName() + " is right again, and says what it said before");
    }
  }

  private static Thread thread(Runnable work) {
    return AgentThreads.daemon("warmup-config", work);
  }
}
