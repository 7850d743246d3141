package io.warmup.agent.config.load;

import java.util.Optional;

/** Judges the entries of {@code schedule}; the scheduler knows how, the configuration only asks. */
@FunctionalInterface
public interface ScheduleCheck {

  /**
   * What is wrong with a schedule.
   *
   * @param schedule {@code 0 2 * * *} or {@code every 30m}
   * @return what, quoting it ("'61 * * * *' is …"); empty if it is right
   */
  Optional<String> problem(String schedule);
}
