package io.warmup.agent.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdk.compiler/com.sun.tools.javac.Main -d out A.java",
        "java.base/sun.security.tools.keytool.Main -list",
        "jdk.jcmd/sun.tools.jps.Jps"
      })
  void aJdkToolIsLeftAloneWithoutALine(String command) {
    assertThat(new JdkTool().objection(jvm(command))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme.Main a/b",
        "/srv/app/java.app/shop.jar --port=1",
        "com.acme.module/com.acme.Main",
        ""
      })
  void anApplicationIsNot(String command) {
    assertThat(new JdkTool().objection(jvm(command))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xshare:dump",
        "-XX:ArchiveClassesAtExit=app.jsa",
        "-XX:AOTMode=record",
        "-XX:AOTMode=create",
        "-XX:AOTCacheOutput=app.aot"
      })
  void aTrainingRunWarmsNothing(String option) {
    assertThat(new ArchiveDump().objection(jvm("com.acme.Main", "-Xmx1g", option)))
        .contains(option);
  }

  @Test
  void aRunThatUsesAnArchiveIsNoTrainingRun() {
    Jvm jvm = jvm("com.acme.Main", "-XX:SharedArchiveFile=app.jsa", "-XX:AOTCache=app.aot");
    assertThat(new ArchiveDump().objection(jvm)).isNull();
  }

  @Test
  void optionsFromTheEnvironmentCount() {
    List<String> options =
        Jvm.options(List.of("java"), Map.of("JAVA_TOOL_OPTIONS", "-Xmx1g -Xshare:dump"));
    assertThat(options).contains("java", "-Xmx1g", "-Xshare:dump");
  }

  @Test
  void theSecondOfTwoAgentsStepsBack() {
    AlreadyAttached guard = new AlreadyAttached();
    assertThat(guard.objection(jvm("com.acme.Main"))).isNull();
    assertThat(guard.objection(jvm("com.acme.Main"))).contains("attached twice");
  }

  private static Jvm jvm(String command, String... options) {
    return new Jvm() {
      @Override
      String command() {
        return command;
      }

      @Override
      List<String> options() {
        return List.of(options);
      }
    };
  }
}
