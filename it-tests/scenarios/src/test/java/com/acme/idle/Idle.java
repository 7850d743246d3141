package com.acme.idle;

/** Does nothing. */
public final class Idle {

  private Idle() {}

  /** Says so. */
  public static void main(String[] arguments) {
    System.out.println("idle");
  }
}
