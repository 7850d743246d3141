package io.warmup.agent.instrument;

import java.lang.invoke.MethodHandles;
import java.util.function.Consumer;

/**
 * Defines a class in {@code java.lang}. Lives in a class loader of its own, so that {@code
 * java.lang} is opened to it alone; it may therefore name JDK types only.
 */
public final class BridgeDefiner implements Consumer<byte[]> {

  /** For {@link Bridge}. */
  public BridgeDefiner() {}

  @Override
  public void accept(byte[] bytes) {
    try {
      MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup()).defineClass(bytes);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("java.lang is not open to the agent", e);
    }
  }
}
