package io.warmup.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.report.model.ProcessIdentity;
import org.junit.jupiter.api.Test;

class ThisProcessTest {

  @Test
  void knowsItself() {
    ProcessIdentity self = ThisProcess.identity("shop");

    assertThat(self.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(self.host()).isNotBlank();
    assertThat(self.application()).isEqualTo("shop");
  }
}
