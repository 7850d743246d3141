package io.warmup.agent.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An application without a container: its beans are what the method was called on and with. */
public final class PlainReadiness implements ReadinessPoint {

  /** For the agent, by name. */
  public PlainReadiness() {}

  @Override
  public @Nullable Application arrived(@Nullable Object[] subjects) {
    List<Object> beans = Arrays.stream(subjects).filter(Objects::nonNull).toList();
    return new PlainApplication(beans, loader(subjects[0]));
  }

  private static ClassLoader loader(@Nullable Object self) {
    ClassLoader own = self == null ? null : self.getClass().getClassLoader();
    return own == null ? Thread.currentThread().getContextClassLoader() : own;
  }
}
