package io.warmup.agent.config.load;

import io.warmup.agent.config.StrategyConfig;
import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.config.key.Keys;
import io.warmup.agent.config.key.NearestName;
import io.warmup.agent.config.key.Section;
import io.warmup.agent.config.source.ConfigNode.Text;
import io.warmup.agent.config.source.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is wrong only when one value is held against another. */
final class CrossChecks {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final WarmupConfig config;
  private final ValueReader read;
  private final ScheduleCheck schedules;
  private final Collection<Problem> problems;
  private final Collection<String> notices;

  /**
   * @param problems get what is wrong
   * @param notices get what is right, and has no effect
   */
  CrossChecks(
      WarmupConfig config,
      ValueReader read,
      ScheduleCheck schedules,
      Collection<Problem> problems,
      Collection<String> notices) {
    this.config = config;
    this.read = read;
    this.schedules = schedules;
    this.problems = problems;
    this.notices = notices;
  }

  void run() {
    schedules("");
    for (String strategy : config.strategies().keySet()) {
      schedules(strategy);
    }
    for (String strategy : config.strategies().keySet()) {
      after(strategy);
    }
    cycle();
    livePage();
    timeline();
  }

  private void schedules(String strategy) {
    for (Text schedule : read.texts(Keys.SCHEDULE, strategy)) {
      Optional<String> what = schedules.problem(schedule.text());
      if (what.isPresent()) {
        problems.add(new Problem(schedule.origin(), "schedule: " + what.get()));
      }
    }
  }

  private void after(String strategy) {
    for (Text other : read.texts(Keys.AFTER, strategy)) {
      Set<String> others = new LinkedHashSet<>(config.strategies().keySet());
      others.remove(strategy);
      if (other.text().equals(strategy)) {
        problems.add(new Problem(other.origin(), strategy + " can't come after itself"));
      } else if (!others.contains(other.text())) {
        String near =
            NearestName.find(other.text(), others)
                .map(name -> "did you mean '" + name + "'?")
                .orElse("if there is one, give it a section: '" + other.text() + ": {}'");
        problems.add(
            new Problem(
                other.origin(), "after: no strategy '" + other.text() + "' in this file; " + near));
      }
    }
  }

  private void cycle() {
    Set<String> done = new LinkedHashSet<>();
    for (String strategy : config.strategies().keySet()) {
      cycleFrom(strategy, new ArrayList<>(), done);
    }
  }

  private void cycleFrom(String strategy, List<String> way, Set<String> done) {
    int start = way.indexOf(strategy);
    if (start >= 0 && way.size() - start > 1) {
      List<String> circle = new ArrayList<>(way.subList(start, way.size()));
      circle.add(strategy);
      problems.add(
          new Problem(
              read.origin(Keys.AFTER, strategy),
              "after goes round in a circle: " + String.join(" → ", circle) + "; remove one"));
    }
    StrategyConfig known = config.strategies().get(strategy);
    if (start < 0 && known != null && !done.contains(strategy)) {
      way.add(strategy);
      for (String other : known.after()) {
        cycleFrom(other, way, done);
      }
      way.remove(way.size() - 1);
      done.add(strategy);
    }
  }

  private void livePage() {
    String http = config.report().http();
    if (http == null || config.report().tokenFile() != null) {
      return;
    }
    if (!LOOPBACK.contains(http.substring(0, http.lastIndexOf(':')))) {
      problems.add(
          new Problem(
              read.origin(Keys.HTTP, ""),
              "report.http: '"
                  + http
                  + "' can be reached from outside, which needs report.token-file; name one, or"
                  + " write 127.0.0.1"));
    }
  }

  private void timeline() {
    var observe = config.observe();
    if (!observe.window().isZero() && observe.interval().compareTo(observe.window()) > 0) {
      problems.add(
          new Problem(
              read.origin(Keys.INTERVAL, ""),
              Section.OBSERVE.pathOf("", "interval") + " is longer than observe.window"));
    }
  }
}
