package io.warmup.agent.config.key;

/**
 * A whole number within bounds.
 *
 * @param min the least
 * @param max the greatest; {@link Long#MAX_VALUE}: there is none
 */
record WholeNumber(long min, long max) implements Type<Long> {

  @Override
  public String name() {
    return "number";
  }

  @Override
  public String schema() {
    String least = "{ \"type\": \"integer\", \"minimum\": " + min;
    return max == Long.MAX_VALUE ? least + " }" : least + ", \"maximum\": " + max + " }";
  }

  /** The number that a text is; {@code _} may stand between its digits. */
  @Override
  public Long read(String text) {
    try {
      long number = Long.parseLong(text.replace("_", ""));
      if (number < min || number > max) {
        throw new WrongValueException("is out of range; it must be " + range());
      }
      return number;
    } catch (NumberFormatException e) {
      throw new WrongValueException("is not a whole number; it must be " + range());
    }
  }

  private String range() {
    return max == Long.MAX_VALUE ? "a whole number from " + min : "between " + min + " and " + max;
  }
}
