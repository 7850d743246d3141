package io.warmup.agent.config.key;

import org.jspecify.annotations.Nullable;

/**
 * One thing that the operator may set.
 *
 * @param section where it stands
 * @param name its name in there
 * @param shape one value, several, or names with values
 * @param type what each value is
 * @param fallback the default, as the operator would write it; null: none
 * @param effect when a change of it takes effect in a running application
 * @param doc what it does, for the reference
 */
public record Key<T>(
    Section section,
    String name,
    Shape shape,
    Type<T> type,
    @Nullable String fallback,
    Effect effect,
    String doc) {

  /** How many values a key takes. */
  public enum Shape {
    ONE,
    LIST,
    /** Names that the operator gives, a value each. */
    MAP,
    /** Whatever YAML can say, handed on as it is. */
    FREE
  }

  /** When an edit of a running application's file takes effect. */
  public enum Effect {
    AT_ONCE,
    NEXT_RUN,
    RESTART
  }

  /** Whether the section takes this key; a strategy takes all that the defaults take. */
  boolean in(Section place) {
    return section == place || (place == Section.STRATEGY && section == Section.DEFAULTS);
  }

  /** Whether its children are named by the operator. */
  public boolean open() {
    return shape == Shape.MAP || shape == Shape.FREE;
  }
}
