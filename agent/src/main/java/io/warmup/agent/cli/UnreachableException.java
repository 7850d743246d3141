package io.warmup.agent.cli;

/** A process could not be asked; the message is for the operator. */
final class UnreachableException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreachableException(String message) {
    super(message);
  }
}
