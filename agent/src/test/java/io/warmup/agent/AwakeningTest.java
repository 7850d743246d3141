package io.warmup.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.Sentry;
import io.warmup.agent.lifecycle.ReadinessMethod;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwakeningTest {

  private final Sentry sentry = new Sentry(List.of(), () -> null);

  @Test
  void everyTargetOfAHookWakesTheAgent() {
    for (ClassHook hook : Awakening.hooks(List.of(ReadinessMethod.values()), () -> true)) {
      assertThat(hook.targets()).as(hook.toString()).isNotEmpty().allMatch(sentry::concerns);
    }
  }
}
