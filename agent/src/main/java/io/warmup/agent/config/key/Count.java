package io.warmup.agent.config.key;

/**
 * A whole number that an {@code int} holds.
 *
 * @param number its bounds
 */
record Count(WholeNumber number) implements Type<Integer> {

  Count(int min, int max) {
    this(new WholeNumber(min, max));
  }

  @Override
  public String name() {
    return number.name();
  }

  @Override
  public String schema() {
    return number.schema();
  }

  @Override
  public Integer read(String text) {
    return number.read(text).intValue();
  }
}
