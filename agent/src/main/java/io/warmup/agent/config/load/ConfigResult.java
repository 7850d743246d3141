package io.warmup.agent.config.load;

import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.config.source.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What loading came to. */
public sealed interface ConfigResult {

  /**
   * The file that was read.
   *
   * @return null where there is none
   */
  @Nullable Path file();

  /**
   * A configuration to work with.
   *
   * @param config all of it
   * @param effective each value with its origin
   * @param notices single lines worth telling once
   * @param stamp of the file, taken before it was read
   */
  record Loaded(
      WarmupConfig config,
      EffectiveConfig effective,
      List<String> notices,
      @Nullable Path file,
      FileStamp stamp)
      implements ConfigResult {}

  /**
   * Something is wrong; there is no configuration.
   *
   * @param problems all that is wrong, at least one
   */
  record Invalid(List<Problem> problems, @Nullable Path file) implements ConfigResult {

    /** For the start of an application: a line each, and what happens now. */
    public List<String> lines() {
      return lines("The application starts without a warm-up");
    }

    /**
     * A line each, and what happens now: in the same line where there is but one.
     *
     * @param consequence what happens now, without a full stop
     */
    public List<String> lines(String consequence) {
      if (problems.size() == 1) {
        return List.of(sentence(problems.get(0)) + consequence + " until this is corrected.");
      }
      return Stream.concat(
              problems.stream().map(Problem::toString),
              Stream.of(consequence + " until these " + problems.size() + " are corrected."))
          .toList();
    }

    private static String sentence(Problem problem) {
      return problem + (problem.what().endsWith("?") ? " " : ". ");
    }
  }
}
