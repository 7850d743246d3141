package io.warmup.agent.instrument.method;

/**
 * The stack map frames of code that is moved (JVMS 4.7.4). Each tells its distance from the one
 * before, so that only the first has to change, and those that name a {@code new} instruction.
 */
final class MovedFrames {

  private static final int SAME_LOCALS_1 = 64;
  private static final int RESERVED = 128;
  private static final int SAME_LOCALS_1_EXTENDED = 247;
  private static final int SAME_EXTENDED = 251;
  private static final int FULL = 255;

  private static final int OBJECT = 7;
  private static final int UNINITIALIZED = 8;

  private final ClassBytes file;
  private final int by;

  MovedFrames(ClassBytes file, int by) {
    this.file = file;
    this.by = by;
  }

  /**
   * Moves a method's frames.
   *
   * @param frames where their number is
   * @throws UnsupportedOperationException if one is of an unknown kind
   */
  void move(int frames) {
    int at = frames + 2;
    for (int i = file.u2(frames); i > 0; i--) {
      if (at == frames + 2) {
        moveFirst(at);
      }
      at = moveTypes(at);
    }
  }

  /** The distance of two kinds is in the kind itself, if it is small. */
  private void moveFirst(int frame) {
    int kind = file.u1(frame);
    if (kind < SAME_LOCALS_1) {
      extend(frame, SAME_EXTENDED, kind);
    } else if (kind < RESERVED) {
      extend(frame, SAME_LOCALS_1_EXTENDED, kind - SAME_LOCALS_1);
    } else {
      file.addToU2(frame + 1, by);
    }
  }

  private void extend(int frame, int kind, int distance) {
    file.putU1(frame, kind);
    file.insert(frame + 1, new byte[2]);
    file.putU2(frame + 1, distance + by);
  }

  private int moveTypes(int frame) {
    int kind = file.u1(frame);
    if (kind < SAME_LOCALS_1) {
      return frame + 1;
    }
    if (kind < RESERVED) {
      return moveTypes(frame + 1, 1);
    }
    if (kind < SAME_LOCALS_1_EXTENDED) {
      throw new UnsupportedOperationException("frame of kind " + kind);
    }
    if (kind == SAME_LOCALS_1_EXTENDED) {
      return moveTypes(frame + 3, 1);
    }
    if (kind < FULL) {
      return moveTypes(frame + 3, Math.max(0, kind - SAME_EXTENDED));
    }
    int stack = moveTypes(frame + 5, file.u2(frame + 3));
    return moveTypes(stack + 2, file.u2(stack));
  }

  /** JVMS 4.7.4, verification_type_info. */
  private int moveTypes(int types, int count) {
    int at = types;
    for (int i = count; i > 0; i--) {
      int tag = file.u1(at);
      if (tag > UNINITIALIZED) {
        throw new UnsupportedOperationException("verification type " + tag);
      }
      if (tag == UNINITIALIZED) {
        file.addToU2(at + 1, by);
      }
      at += tag < OBJECT ? 1 : 3;
    }
    return at;
  }
}
