package io.warmup.agent.instrument.method;

import java.util.Arrays;

/** A class file's bytes, read and changed in place. They grow where something is inserted. */
final class ClassBytes {

  private byte[] bytes;

  ClassBytes(byte[] original) {
    this.bytes = original.clone();
  }

  byte[] toArray() {
    return bytes;
  }

  int length() {
    return bytes.length;
  }

  int u1(int at) {
    return bytes[at] & 0xff;
  }

  int u2(int at) {
    return u1(at) << 8 | u1(at + 1);
  }

  int u4(int at) {
    return u2(at) << 16 | u2(at + 2);
  }

  void putU1(int at, int value) {
    bytes[at] = (byte) value;
  }

  void putU2(int at, int value) {
    putU1(at, value >> 8);
    putU1(at + 1, value);
  }

  void putU4(int at, int value) {
    putU2(at, value >> 16);
    putU2(at + 2, value);
  }

  /** For an offset of something that moves. */
  void addToU2(int at, int by) {
    putU2(at, u2(at) + by);
  }

  void insert(int at, byte[] added) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + added.length);
    System.arraycopy(added, 0, longer, at, added.length);
    System.arraycopy(bytes, at, longer, at + added.length, bytes.length - at);
    bytes = longer;
  }

  boolean has(byte[] sought, int at) {
    int end = at + sought.length;
    return end <= bytes.length && Arrays.equals(bytes, at, end, sought, 0, sought.length);
  }
}
