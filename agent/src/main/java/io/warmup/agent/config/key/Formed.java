package io.warmup.agent.config.key;

/**
 * A type whose texts have a form of their own.
 *
 * @param form theirs
 * @param values what they become
 */
record Formed<T>(Form form, Class<T> values) implements Type<T> {

  @Override
  public String name() {
    return form.title();
  }

  @Override
  public String schema() {
    return FormSchema.of(form);
  }

  @Override
  public T read(String text) {
    return values.cast(form.read(text));
  }
}
