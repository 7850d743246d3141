package io.warmup.agent.report.json;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Locale;

/** What components and constants are called in JSON. */
final class Names {

  private Names() {}

  /** A component's own name; a {@code Duration took} says its unit: {@code tookSeconds}. */
  static String member(RecordComponent component) {
    return component.getType() == Duration.class
        ? component.getName() + "Seconds"
        : component.getName();
  }

  /** {@code TIMED_OUT} is {@code timed-out}. */
  static String constant(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
