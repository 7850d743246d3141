package io.warmup.agent.report.html;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page shows that is asked of a live application.
 *
 * @param state in one word
 * @param refreshSeconds after which the browser asks again
 * @param stoppable whether a run goes on
 * @param runnable whether one could be started
 * @param bars one a strategy
 * @param others further applications of the same JVM
 */
public record LiveView(
    String application,
    String state,
    int refreshSeconds,
    boolean stoppable,
    boolean runnable,
    List<Bar> bars,
    List<String> others) {

  /**
   * One strategy's progress.
   *
   * @param ratio 0..1; null: under way, and nobody knows how far
   */
  public record Bar(String name, String words, @Nullable Double ratio) {}
}
