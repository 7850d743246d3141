package io.warmup.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {

  @Test
  void haveDefaultsAndTakeEachByItself() throws DemoException {
    assertThat(Options.parse()).isEqualTo(new Options(300, 20, false));
    assertThat(Options.parse("--seconds=5", "--rate=50", "--control"))
        .isEqualTo(new Options(50, 5, true));
  }

  @Test
  void sayWhatIsWrongAndHowItIsRight() {
    assertThatThrownBy(() -> Options.parse("--fast"))
        .hasMessageContaining("unknown option --fast")
        .hasMessageContaining("--seconds=N");
    for (String wrong : new String[] {"--rate=0", "--rate=", "--rate=x", "--seconds=-1"}) {
      assertThatThrownBy(() -> Options.parse(wrong)).hasMessageContaining(wrong + ": not a whole");
    }
  }
}
