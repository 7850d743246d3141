package io.warmup.agent.config.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An enum's names, as the operator writes them: in lower case, with hyphens. */
final class Words<E extends Enum<E>> {

  private final E[] values;
  private final List<String> words = new ArrayList<>();

  Words(Class<E> type) {
    values = type.getEnumConstants();
    for (E value : values) {
      words.add(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
  }

  /** The value that a text names. */
  E read(String text) {
    int place = words.indexOf(text.toLowerCase(Locale.ROOT));
    if (place < 0) {
      throw new WrongValueException(
          "is none of " + String.join(", ", words) + NearestName.to(text, words));
    }
    return values[place];
  }

  /** All of them, each between these marks. */
  String quoted(String mark) {
    return mark + String.join(mark + ", " + mark, words) + mark;
  }
}
