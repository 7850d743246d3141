package io.warmup.agent.control;

/** Nothing is loaded in this process, and the message says why and what would change that. */
public final class NothingToRunException extends Exception {

  private static final long serialVersionUID = 1L;

  public NothingToRunException(String why) {
    super(why);
  }
}
