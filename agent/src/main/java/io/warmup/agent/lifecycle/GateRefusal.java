package io.warmup.agent.lifecycle;

/**
 * Thrown into the application's start when the warm-up failed and the operator wants no traffic
 * then ({@code gate.on-failure: fail}). The one exception the agent ever lets out.
 */
public final class GateRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The message is for the person on call. */
  public GateRefusal(String message) {
    super(message, null, false, false);
  }
}
