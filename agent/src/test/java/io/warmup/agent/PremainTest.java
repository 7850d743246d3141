package io.warmup.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.config.source.EnabledSwitch;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an unsupported Java sees of the agent: a line, rather than an error of its own. */
class PremainTest {

  private static final String VERSION = "java.specification.version";
  private static final int MAGIC = 0xCAFEBABE;
  private static final int JAVA_8 = 52;

  private final String version = System.getProperty(VERSION);
  private final PrintStream stderr = System.err;

  @AfterEach
  void restore() {
    System.setProperty(VERSION, version);
    System.setErr(stderr);
  }

  /** These are all that is loaded of the agent by then. */
  @ParameterizedTest
  @ValueSource(classes = {Premain.class, EnabledSwitch.class})
  void itCanLoadThem(Class<?> type) throws IOException {
    try (DataInputStream file =
        new DataInputStream(type.getResourceAsStream(type.getSimpleName() + ".class"))) {
      assertThat(file.readInt()).isEqualTo(MAGIC);
      file.readUnsignedShort();
      assertThat(file.readUnsignedShort()).as("major version").isEqualTo(JAVA_8);
    }
  }

  @ParameterizedTest
  @CsvSource({"1.8, 8", "11, 11", "16, 16"})
  void itIsToldInOneLine(String specification, String java) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setProperty(VERSION, specification);
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));

    // Whatever goes on from here would fail for want of an Instrumentation.
    Premain.premain(null, null);

    assertThat(said.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "[warmup] needs Java 17 or newer, this is "
                + java
                + ": the application starts without a warm-up");
  }
}
