package io.warmup.agent.config.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An enum's names, as the operator writes them: in lower case, with hyphens.
 *
 * @param values all of the enum's
 */
record Words<E extends Enum<E>>(List<E> values) implements Type<E> {

  @Override
  public String name() {
    return quoted("`");
  }

  @Override
  public String schema() {
    return "{ \"enum\": [" + quoted("\"") + "] }";
  }

  @Override
  public E read(String text) {
    List<String> words = words();
    int place = words.indexOf(text.toLowerCase(Locale.ROOT));
    if (place < 0) {
      throw new WrongValueException(
          "is none of " + String.join(", ", words) + NearestName.to(text, words));
    }
    return values.get(place);
  }

  private String quoted(String mark) {
    return mark + String.join(mark + ", " + mark, words()) + mark;
  }

  private List<String> words() {
    List<String> words = new ArrayList<>();
    for (E value : values) {
      words.add(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    return words;
  }
}
