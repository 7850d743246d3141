package io.warmup.agent.config.source;

/**
 * Something wrong with what the operator said.
 *
 * @param origin where
 * @param what what is wrong, and what would be right
 */
public record Problem(Origin origin, String what) {

  @Override
  public String toString() {
    return origin + ": " + what;
  }
}
