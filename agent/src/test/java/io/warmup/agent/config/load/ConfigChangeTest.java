package io.warmup.agent.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edit changes, in words. */
class ConfigChangeTest {

  @TempDir Path folder;

  @Test
  void eachValueThatIsAnotherOneIsToldWithWhenItHolds() {
    assertThat(
            changes(
                "mode: warm\nstrategies: { A: { rate: 5/s, cache: c } }\n",
                """
                mode: observe
                gate: { hold: none }
                strategies: { A: { rate: 9/s, schedule: [every 1h] } }
                """))
        .containsExactly(
            "mode is now observe (was warm)",
            "gate.hold is now none (was port), after a restart",
            "strategies.A.cache is no longer set (was c), from the next run on",
            "strategies.A.rate is now 9/s (was 5/s)",
            "strategies.A.schedule is now [every 1h] (was not set)");
  }

  @Test
  void onlyTheValuesCount() {
    assertThat(changes("observe: { window: 1m }", "# moved\n\nmode: warm\nobserve:\n  window: 1m"))
        .isEmpty();
  }

  @Test
  void anAgentThatWasSwitchedOffComesBackAtOnce() {
    assertThat(changes("mode: off", "mode: warm")).containsExactly("mode is now warm (was off)");
  }

  @Test
  void aChangedSecretIsToldButNotShown() {
    assertThat(
            changes(
                "strategies: { A: { settings: { password: old, db: { token: old } } } }",
                "strategies: { A: { settings: { password: new, db: { token: new } } } }"))
        .containsExactly(
            "strategies.A.settings.password is now *** (was ***), after a restart",
            "strategies.A.settings.db is now {token: ***} (was {token: ***}), after a restart");
  }

  private List<String> changes(String before, String after) {
    EffectiveConfig old = new Operator(folder).file(before).loaded().effective();
    EffectiveConfig now = new Operator(folder).file(after).loaded().effective();
    return ConfigChange.between(old, now).stream().map(ConfigChange::toString).toList();
  }
}
