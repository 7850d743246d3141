package io.warmup.agent.config.key;

import io.warmup.agent.config.Concurrency;
import io.warmup.agent.config.HeapLimit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** The types of value that keys take. */
final class Types {

  static final Type<String> TEXT = new Formed<>(Form.TEXT, String.class);
  static final Type<Integer> VERSION = new Formed<>(Form.VERSION, Integer.class);
  static final Type<Boolean> SWITCH = new Formed<>(Form.SWITCH, Boolean.class);
  static final Type<Duration> DURATION = new Formed<>(Form.DURATION, Duration.class);
  static final Type<Duration> SOME_TIME = new Formed<>(Form.SOME_TIME, Duration.class);
  static final Type<Double> RATE = new Formed<>(Form.RATE, Double.class);
  static final Type<Double> SHARE = new Formed<>(Form.SHARE, Double.class);
  static final Type<Integer> PERCENT = new Formed<>(Form.PERCENT, Integer.class);
  static final Type<Concurrency> CONCURRENCY = new Formed<>(Form.CONCURRENCY, Concurrency.class);
  static final Type<HeapLimit> HEAP_LIMIT = new Formed<>(Form.HEAP_LIMIT, HeapLimit.class);
  static final Type<Path> PATH = new Formed<>(Form.PATH, Path.class);
  static final Type<ZoneId> TIME_ZONE = new Formed<>(Form.TIME_ZONE, ZoneId.class);
  static final Type<String> METHOD_NAME = new Formed<>(Form.METHOD_NAME, String.class);
  static final Type<String> PREFIX = new Formed<>(Form.PREFIX, String.class);
  static final Type<String> HOST_AND_PORT = new Formed<>(Form.HOST_AND_PORT, String.class);

  private Types() {}

  /** A whole number from {@code min} to {@code max}. */
  static Type<Integer> count(int min, int max) {
    return new Count(min, max);
  }

  /** A whole number, at least {@code min}. */
  static Type<Long> longCount(long min) {
    return new WholeNumber(min, Long.MAX_VALUE);
  }

  /** One of an enum's names, in lower case. */
  static <E extends Enum<E>> Type<E> oneOf(E[] values) {
    return new Words<>(List.of(values));
  }
}
