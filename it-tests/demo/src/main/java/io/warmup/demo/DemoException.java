package io.warmup.demo;

/** The demo can't go on; the message tells its user why and what to do. */
final class DemoException extends Exception {

  private static final long serialVersionUID = 1;

  DemoException(String message) {
    super(message);
  }
}
