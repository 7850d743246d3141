package io.warmup.agent.control;

import io.warmup.agent.config.Mode;
import io.warmup.agent.recorder.Recorder;
import io.warmup.agent.report.model.ProcessIdentity;
import io.warmup.agent.report.model.RunReport;
import io.warmup.agent.report.model.WarmupReport;
import io.warmup.agent.warmer.PlannedStrategy;
import io.warmup.agent.warmer.Run;
import io.warmup.agent.warmer.RunResult;
import io.warmup.agent.warmer.RunResult.Trigger;
import io.warmup.agent.warmer.StrategyResult.Outcome;
import io.warmup.agent.warmer.WarmupService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The control over one live application. */
public final class ApplicationControl implements WarmupControl {

  private static final Duration LISTING = Duration.ofSeconds(30);

  private final LiveParts parts;
  private final ProcessIdentity process;
  private final String agentVersion;
  private final Clock clock;
  private final CacheStatuses caches;
  private final CacheTallies tallies;

  public ApplicationControl(
      LiveParts parts,
      Recorder recorder,
      ProcessIdentity process,
      String agentVersion,
      Clock clock) {
    this.parts = parts;
    this.process = process;
    this.agentVersion = agentVersion;
    this.clock = clock;
    this.caches = new CacheStatuses(recorder);
    this.tallies = new CacheTallies(recorder);
  }

  @Override
  public String application() {
    return parts.application();
  }

  @Override
  public Status status() {
    WarmupService service = parts.service();
    List<RunResult> ended = ended(service);
    return new Status(
        clock.instant(),
        parts.application(),
        process,
        agentVersion,
        parts.mode(),
        state(service, ended),
        progress(service, ended),
        parts.gate(),
        tallies.isRecording(),
        going(service).stream().map(Run::number).sorted().toList(),
        service == null ? List.of() : StrategyStatuses.of(service),
        caches.of(parts.caches()),
        ended.isEmpty() ? null : RunReport.of(ended.get(ended.size() - 1)));
  }

  @Override
  public Counts counts() {
    WarmupService service = parts.service();
    List<RunResult> ended = ended(service);
    return new Counts(
        state(service, ended),
        progress(service, ended),
        service == null ? List.of() : service.totals(),
        tallies.counts(parts.config().caches()),
        lastSuccess(ended));
  }

  @Override
  public WarmupReport report() {
    return parts.report();
  }

  @Override
  public int run(@Nullable String strategy, long limit) throws NothingToRunException {
    if (limit < 0) {
      throw new NothingToRunException("a limit of " + limit + " keys leaves nothing to run");
    }
    WarmupService service = parts.service();
    if (service == null) {
      throw new NothingToRunException(whyNothingRuns());
    }
    return service.start(Trigger.ON_DEMAND, strategy, limit).number();
  }

  @Override
  public int stop() {
    WarmupService service = parts.service();
    int going = going(service).size();
    if (service != null) {
      service.stop();
    }
    return going;
  }

  @Override
  public DryRunReport plan(@Nullable Path file) {
    List<String> problems = new ArrayList<>();
    WarmupService live = file == null ? parts.service() : null;
    if (live != null) {
      return new DryRunReport(parts.application(), problems, planned(live));
    }
    try (WarmupService rehearsal = parts.rehearsal(file, problems)) {
      List<PlannedStrategy> planned = rehearsal == null ? List.of() : planned(rehearsal);
      return new DryRunReport(parts.application(), List.copyOf(problems), planned);
    }
  }

  private static List<PlannedStrategy> planned(WarmupService service) {
    try {
      return service.plan(LISTING);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  private String whyNothingRuns() {
    if (parts.mode() != Mode.WARM) {
      return "this instance only observes (mode: observe); mode: warm loads";
    }
    return switch (parts.search()) {
      case GOING_ON -> "the strategies are still being found; try again in a moment";
      case DONE -> "no strategy was found; see strategies-path";
      case FAILED -> "strategies could not be looked for; the log says why, a restart looks again";
    };
  }

  private State state(@Nullable WarmupService service, List<RunResult> ended) {
    if (parts.mode() != Mode.WARM) {
      return State.OBSERVING;
    }
    if (service == null) {
      return switch (parts.search()) {
        case GOING_ON -> State.STARTING;
        case DONE -> State.IDLE;
        case FAILED -> State.FAILED;
      };
    }
    if (!service.activeRuns().isEmpty()) {
      return State.WARMING;
    }
    return ended.isEmpty() ? State.STARTING : state(ended.get(ended.size() - 1));
  }

  private static State state(RunResult last) {
    if (endedAs(last, Set.of(Outcome.STOPPED))) {
      return State.STOPPED;
    }
    return isSuccess(last) ? State.WARM : State.FAILED;
  }

  private static boolean isSuccess(RunResult run) {
    return !endedAs(
        run, Set.of(Outcome.FAILED, Outcome.GIVEN_UP, Outcome.TIMED_OUT, Outcome.STOPPED));
  }

  private static boolean endedAs(RunResult run, Set<Outcome> outcomes) {
    return run.strategies().stream().anyMatch(it -> outcomes.contains(it.outcome()));
  }

  /** Of several runs the one that has furthest to go. */
  private static double progress(@Nullable WarmupService service, List<RunResult> ended) {
    return going(service).stream().mapToDouble(Run::ratio).min().orElse(ended.isEmpty() ? 0 : 1);
  }

  private static @Nullable Instant lastSuccess(List<RunResult> ended) {
    return ended.stream()
        .filter(ApplicationControl::isSuccess)
        .map(run -> run.started().plus(run.duration()))
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static List<RunResult> ended(@Nullable WarmupService service) {
    return service == null ? List.of() : service.history();
  }

  private static Collection<Run> going(@Nullable WarmupService service) {
    return service == null ? List.of() : service.activeRuns();
  }
}
