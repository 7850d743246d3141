package io.warmup.agent.bridge;

/**
 * Reads and writes what the caller knows to be there. Stands in, where the bridge is ordinary code,
 * for the JDK's internal class of the same name, which the bridge uses as a part of {@code
 * java.lang}: an index that is checked costs a get some fifty bytes of compiled code.
 */
final class Unsafe {

  /** Where an array's elements begin, in bytes. */
  static final int ARRAY_LONG_BASE_OFFSET = 16;

  private static final Unsafe ONE = new Unsafe();

  private Unsafe() {}

  static Unsafe getUnsafe() {
    return ONE;
  }

  long objectFieldOffset(Class<?> type, String name) {
    if (type == Thread.class && name.equals("tid")) {
      return 0;
    }
    throw new InternalError(type + "." + name);
  }

  long getLong(Object arrayOrThread, long offset) {
    return arrayOrThread instanceof Thread thread
        ? thread.getId()
        : ((long[]) arrayOrThread)[index(offset)];
  }

  void putLong(Object array, long offset, long value) {
    ((long[]) array)[index(offset)] = value;
  }

  private static int index(long offset) {
    return (int) (offset - ARRAY_LONG_BASE_OFFSET) / Long.BYTES;
  }
}
