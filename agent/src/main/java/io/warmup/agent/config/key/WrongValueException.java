package io.warmup.agent.config.key;

/** A text that is not what its key takes. The message continues the quoted text: "is not …". */
public final class WrongValueException extends RuntimeException {

  private static final long serialVersionUID = 1;

  WrongValueException(String message) {
    super(message, null, false, false);
  }
}
