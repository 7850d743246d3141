package io.warmup.agent.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.warmup.agent.config.Gate;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainMethodTest {

  @Test
  void theMethodThatIsNamedIsTheOnlyMoment() {
    Gate named = gate("com.acme.Server#start");
    assertThat(new PlainMethod("com.acme.Server", "start", false).serves(named)).isTrue();
    assertThat(new PlainMethod("com.acme.Server", "stop", false).serves(named)).isFalse();
    assertThat(new PlainMethod("com.acme.Main", "main", true).serves(named)).isFalse();
    assertThat(ReadinessMethod.SPRING_REFRESHED.serves(named)).isFalse();
  }

  @Test
  void withoutOneItIsTheFrameworksOrMain() {
    Gate unnamed = gate(null);
    assertThat(new PlainMethod("com.acme.Main", "main", true).serves(unnamed)).isTrue();
    assertThat(ReadinessMethod.SPRING_REFRESHED.serves(unnamed)).isTrue();
  }

  @Test
  void aFrameworksOwnMethodIsUnderstoodByItsAdapter() {
    ReadinessMethod started = ReadinessMethod.QUARKUS_STARTED;
    HookedMethod entered = new PlainMethod(started.className(), started.method(), false);
    assertThat(entered.adapter()).isEqualTo(started.adapter());
    assertThat(entered.atExit()).isFalse();
  }

  @Test
  void itsBeansAreWhatItIsCalledOnAndWith() {
    Beans beans = new PlainReadiness().arrived(new Object[] {"server", 8080, null}).beans();
    assertThat(beans.get(String.class)).isEqualTo("server");
    assertThat(beans.find(Integer.class)).contains(8080);
    assertThat(beans.find(Long.class)).isEmpty();
    assertThatThrownBy(() -> beans.get(Long.class))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("nothing")
        .hasMessageContaining("java.lang.Integer");
  }

  private static Gate gate(@Nullable String method) {
    return new Gate(
        Gate.Hold.PORT, Duration.ofSeconds(1), Gate.OnFailure.OPEN, method, Gate.Phase.EXIT, null);
  }
}
