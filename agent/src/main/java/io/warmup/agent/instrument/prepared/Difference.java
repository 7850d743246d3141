package io.warmup.agent.instrument.prepared;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Finds the steps of a {@link Patch}. A rewritten class keeps most of the original's order, so a
 * stretch of it is first looked for where the last one ended, then by its first bytes.
 */
final class Difference {

  private static final int MARK = 8;

  private final byte[] original;
  private final byte[] wanted;
  private final Map<Long, Integer> marks = new HashMap<>();
  private final ByteArrayOutputStream steps = new ByteArrayOutputStream();
  private final ByteArrayOutputStream fresh = new ByteArrayOutputStream();
  private int left;
  private int from;
  private int length;

  private Difference(byte[] original, byte[] wanted) {
    this.original = original;
    this.wanted = wanted;
    for (int i = 0; i + MARK <= original.length; i++) {
      marks.putIfAbsent(mark(original, i), i);
    }
  }

  /** The steps from one to the other. */
  static byte[] between(byte[] original, byte[] wanted) {
    return new Difference(original, wanted).steps();
  }

  private byte[] steps() {
    int to = 0;
    while (to < wanted.length) {
      find(to);
      if (length < Patch.SHORTEST_COPY) {
        fresh.write(wanted[to]);
        to++;
      } else {
        step();
        to += length;
      }
    }
    if (fresh.size() > 0) {
      length = 0;
      from = left;
      step();
    }
    return steps.toByteArray();
  }

  private void find(int to) {
    length = 0;
    consider(left, to);
    consider(left + fresh.size(), to);
    if (to + MARK <= wanted.length) {
      Integer marked = marks.get(mark(wanted, to));
      if (marked != null) {
        consider(marked, to);
      }
    }
  }

  private void consider(int start, int to) {
    int alike = 0;
    while (start + alike < original.length
        && to + alike < wanted.length
        && original[start + alike] == wanted[to + alike]) {
      alike++;
    }
    if (alike > length) {
      length = alike;
      from = start;
    }
  }

  private void step() {
    number(fresh.size());
    steps.writeBytes(fresh.toByteArray());
    fresh.reset();
    int distance = from - left;
    number((distance << 1) ^ (distance >> 31));
    number(length);
    left = from + length;
  }

  private void number(int number) {
    int rest = number;
    while ((rest & ~0x7f) != 0) {
      steps.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    steps.write(rest);
  }

  private static long mark(byte[] bytes, int start) {
    long mark = 0;
    for (int i = 0; i < MARK; i++) {
      mark = mark << 8 | bytes[start + i] & 0xff;
    }
    return mark;
  }
}
