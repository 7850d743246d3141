package io.warmup.agent.lifecycle;

import io.warmup.agent.config.Gate;
import org.jspecify.annotations.Nullable;

/**
 * A method of the application itself: the one that {@code gate.method} names, else its {@code
 * main}.
 *
 * @param className with dots
 * @param method its name, every overload of it
 * @param isMain whether nobody named it
 */
public record PlainMethod(String className, String method, boolean isMain) implements HookedMethod {

  /** The method that {@code com.acme.Server#start} means; null if the text means none. */
  static @Nullable PlainMethod named(@Nullable String text) {
    int hash = text == null ? -1 : text.indexOf('#');
    if (text == null || hash <= 0 || hash == text.length() - 1) {
      return null;
    }
    return new PlainMethod(text.substring(0, hash), text.substring(hash + 1), false);
  }

  @Override
  public String name() {
    return isMain ? "main" : "gate.method";
  }

  @Override
  public @Nullable String descriptor() {
    return null;
  }

  @Override
  public boolean atExit() {
    return false;
  }

  /** A framework's own readiness point may be named too, to be met at its beginning. */
  @Override
  public String adapter() {
    for (ReadinessMethod known : ReadinessMethod.values()) {
      if (known.className().equals(className)) {
        return known.adapter();
      }
    }
    return (isMain ? MainReadiness.class : PlainReadiness.class).getName();
  }

  @Override
  public boolean serves(Gate gate) {
    return isMain ? gate.method() == null : (className + "#" + method).equals(gate.method());
  }
}
