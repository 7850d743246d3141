package io.warmup.agent.instrument.method;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The constants of a class file, and those to be added at their end (JVMS 4.4). */
final class ConstantPool {

  private static final int COUNT = 8;
  private static final int MOST = 0xffff;

  private static final int UTF8 = 1;
  private static final int INTEGER = 3;
  private static final int FLOAT = 4;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;
  private static final int CLASS = 7;
  private static final int STRING = 8;
  private static final int FIELD = 9;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;
  private static final int METHOD_HANDLE = 15;
  private static final int METHOD_TYPE = 16;
  private static final int DYNAMIC = 17;
  private static final int INVOKE_DYNAMIC = 18;
  private static final int MODULE = 19;
  private static final int PACKAGE = 20;

  private final ClassBytes file;
  private final int[] offsets;
  private final int end;
  private final ByteArrayOutputStream added = new ByteArrayOutputStream(256);
  private int count;

  /**
   * Finds where each constant is.
   *
   * @throws UnsupportedOperationException if there is one of an unknown kind
   */
  ConstantPool(ClassBytes file) {
    this.file = file;
    this.count = file.u2(COUNT);
    this.offsets = new int[count];
    int at = COUNT + 2;
    int index = 1;
    while (index < count) {
      int tag = file.u1(at);
      offsets[index] = at;
      at += size(tag, at);
      index += tag == LONG || tag == DOUBLE ? 2 : 1; // JVMS 4.4.5
    }
    this.end = at;
  }

  private int size(int tag, int at) {
    return switch (tag) {
      case UTF8 -> 3 + file.u2(at + 1);
      case LONG, DOUBLE -> 9;
      case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> 3;
      case METHOD_HANDLE -> 4;
      case INTEGER,
          FLOAT,
          FIELD,
          METHOD,
          INTERFACE_METHOD,
          NAME_AND_TYPE,
          DYNAMIC,
          INVOKE_DYNAMIC ->
          5;
      default -> throw new UnsupportedOperationException("constant of kind " + tag);
    };
  }

  /** Where the class file goes on. */
  int end() {
    return end;
  }

  /** Where the characters of a Utf8 constant begin. */
  int text(int index) {
    return offsets[index] + 3;
  }

  /** Whether a constant is this one, made by {@link #utf8}. */
  boolean is(int index, byte[] utf8) {
    return file.has(utf8, offsets[index]);
  }

  /**
   * A text as a constant, with its tag and its length (JVMS 4.4.7). The JDK's encoder for it is not
   * in the JVM's archive of classes, and would be loaded for this alone.
   *
   * @throws UnsupportedOperationException if the format is not UTF-8 for one of the characters
   */
  static byte[] utf8(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i))) {
        throw new UnsupportedOperationException("character in " + text);
      }
    }
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    byte[] constant = new byte[3 + encoded.length];
    constant[0] = UTF8;
    constant[1] = (byte) (encoded.length >> 8);
    constant[2] = (byte) encoded.length;
    System.arraycopy(encoded, 0, constant, 3, encoded.length);
    return constant;
  }

  int addString(String text) {
    return add(STRING, addUtf8(text));
  }

  int addClass(String internalName) {
    return add(CLASS, addUtf8(internalName));
  }

  int addMethod(String owner, String name, String descriptor) {
    return add(METHOD, addClass(owner), add(NAME_AND_TYPE, addUtf8(name), addUtf8(descriptor)));
  }

  private int addUtf8(String text) {
    added.writeBytes(utf8(text));
    return count++;
  }

  private int add(int tag, int... indices) {
    added.write(tag);
    for (int index : indices) {
      added.write(index >> 8);
      added.write(index);
    }
    return count++;
  }

  /**
   * Writes those that were added: all that is behind moves.
   *
   * @throws UnsupportedOperationException if there are too many
   */
  void insertAdded() {
    if (count > MOST) {
      throw new UnsupportedOperationException("constant " + count);
    }
    file.putU2(COUNT, count);
    file.insert(end, added.toByteArray());
  }
}
