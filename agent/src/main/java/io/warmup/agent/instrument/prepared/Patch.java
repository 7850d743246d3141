package io.warmup.agent.instrument.prepared;

/**
 * What makes one array of bytes of another. Applied during an application's start, before anything
 * is compiled: a few hundred array copies, no byte is looked at.
 *
 * <p>Its steps: how many bytes are new, these, how far from where it was left the original goes on,
 * and for how many bytes. Numbers are of seven bits a byte, the lowest first; distances are zigzag,
 * which keeps small negative ones short.
 */
final class Patch {

  /** A shorter stretch of the original is not worth a step. */
  static final int SHORTEST_COPY = 16;

  private final byte[] steps;
  private int at;

  private Patch(byte[] steps) {
    this.steps = steps;
  }

  /**
   * The result.
   *
   * @param steps made by {@link Difference}
   * @param length of the result
   * @throws IndexOutOfBoundsException if the steps are for another original
   */
  static byte[] applied(byte[] steps, byte[] original, int length) {
    return new Patch(steps).applied(original, length);
  }

  private byte[] applied(byte[] original, int length) {
    byte[] result = new byte[length];
    int from = 0;
    int to = 0;
    while (to < length) {
      int fresh = number();
      System.arraycopy(steps, at, result, to, fresh);
      at += fresh;
      to += fresh;
      int distance = number();
      from += (distance >>> 1) ^ -(distance & 1);
      int copied = number();
      System.arraycopy(original, from, result, to, copied);
      from += copied;
      to += copied;
    }
    return result;
  }

  private int number() {
    int number = 0;
    int shift = 0;
    while (true) {
      int next = steps[at++];
      number |= (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
      shift += 7;
    }
  }
}
