package io.warmup.agent.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThisProcessTest {

  @ParameterizedTest
  @CsvSource({
    "/opt/my apps/shop.jar --password=x, /opt/my apps/shop.jar, shop.jar",
    "shop.jar, shop.jar, shop.jar",
    "com.acme.Shop --password=x, lib/a.jar:lib/b.jar, com.acme.Shop",
    "com.acme.Shop, '', com.acme.Shop",
    "'', a.jar, unknown"
  })
  void anApplicationIsItsMainClassOrJarWithoutItsArguments(
      String command, String classPath, String application) {
    assertThat(ThisProcess.application(command, classPath)).isEqualTo(application);
  }

  @Test
  void knowsItself() {
    assertThat(ThisProcess.identity().pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(ThisProcess.identity().host()).isNotBlank();
  }
}
