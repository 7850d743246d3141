package io.warmup.agent.config.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each mistake gets one line: where, what is wrong, what would be right. */
class BadInputTest {

  @TempDir Path folder;
  private Operator operator;

  @BeforeEach
  void operator() {
    operator = new Operator(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "gate: { timout: 1s }     | 1:9: unknown key 'gate.timout'; did you mean 'timeout'?",
        "batchSize: 3             | 1:1: unknown key 'batchSize'; 'batch-size' belongs under"
            + " 'defaults'",
        "defaults: {batchSize: 3} | 1:12: unknown key 'defaults.batchSize'; did you mean"
            + " 'batch-size'?",
        "timeout: 1s              | 1:1: unknown key 'timeout'; 'timeout' belongs under 'gate'",
        "strategies: {A: {rats: 1/s}} | 1:18: unknown key 'strategies.A.rats'; did you mean 'rate'?",
        "gate: { timeout: 30 }    | 1:18: gate.timeout: '30' has no unit; write 30s, 30ms or 30m",
        "gate: { timeout: 30x }   | 1:18: gate.timeout: '30x' is not a duration; write for example"
            + " 500ms, 30s, 1h30m, 2d or PT30S",
        "gate: { timeout: }       | 1:17: gate.timeout takes one value (duration), found nothing",
        "gate: port               | 1:7: gate takes keys with values below it, found the text 'port'",
        "gate: { hold: prot }     | 1:15: gate.hold: 'prot' is none of port, readiness, none; did you"
            + " mean 'port'?",
        "mode: [warm]             | 1:7: mode takes one value (`warm`, `observe`, `off`), found a list",
        "mode: { a: b }           | 1:7: mode takes one value (`warm`, `observe`, `off`), found a"
            + " section",
        "version: 2               | 1:10: version: '2' is not a version of this file that the agent"
            + " knows; write 1",
        "defaults: { rate: 500 }  | 1:19: defaults.rate: '500' has no unit; write 500/s, 500/m or"
            + " 500/h",
        "defaults: { ttl-jitter: 0.1 } | 1:25: defaults.ttl-jitter: '0.1' has no unit; write 0.1%",
        "defaults: { ttl-jitter: 101% } | 1:25: defaults.ttl-jitter: '101%' is more than 100%",
        "defaults: { concurrency: 0 } | 1:26: defaults.concurrency: '0' is out of range; it must be"
            + " between 1 and 10000, or adaptive",
        "rollout: { percent: 101 } | 1:21: rollout.percent: '101' is out of range; it must be between"
            + " 0 and 100",
        "heap-limit: 64           | 1:13: heap-limit: '64' has no unit; write 64MB or 64%",
        "config: other.yaml       | 1:1: a file can't name the file to read; remove it",
        "strategies: {A: {after: B}} | 1:25: after: no strategy 'B' in this file; if there is one,"
            + " give it a section: 'B: {}'",
        "strategies: {A: {after: Prodcuts}, Products: {}} | 1:25: after: no strategy 'Prodcuts' in"
            + " this file; did you mean 'Products'?",
        "strategies: {A: {after: A}} | 1:25: A can't come after itself",
        "strategies: {A: {after: B}, B: {after: A}} | 1:25: after goes round in a circle: A → B → A;"
            + " remove one",
        "report: { http: '0.0.0.0:80' } | 1:17: report.http: '0.0.0.0:80' can be reached from outside,"
            + " which needs report.token-file; name one, or write 127.0.0.1",
        "mode: ${MISSING}         | 1:7: the environment variable MISSING is not set; set it or write"
            + " ${MISSING:-…}",
        "mode: ${MISSING          | 1:7: '${' begins no variable; write ${NAME} or ${NAME:-default},"
            + " or $${ for the characters",
        "- mode                   | 1:1: expected keys such as 'mode: warm' here, found a list",
        "warm                     | 1:1: expected keys such as 'mode: warm' here, found the text"
            + " 'warm'",
      })
  void oneMistakeInTheFile(String text, String problem) {
    assertThat(operator.file(text).problems()).containsExactly("warmup.yaml:" + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gate.timout=1s | agent argument gate.timout: there is no such key; did you mean"
            + " 'gate.timeout'?",
        "mode=wram      | agent argument mode: mode: 'wram' is none of warm, observe, off; did you"
            + " mean 'warm'?",
        "when=app=x     | agent argument when: 'when' chooses a document of the file; write it there",
      })
  void oneMistakeInTheAgentArguments(String arguments, String problem) {
    assertThat(operator.arguments(arguments).problems()).containsExactly(problem);
  }

  @Test
  void aMistypedSystemPropertyIsAMistake() {
    assertThat(operator.property("warmup.mod", "off").problems())
        .containsExactly("-Dwarmup.mod: there is no such key; did you mean 'mode'?");
  }

  @Test
  void allMistakesAreToldAtOnceInTheFilesOrder() {
    operator.file(
        """
        mode: wram
        gate:
          timout: 1s
        defaults: { retries: many }
        observe: { window: 1s, interval: 2s }
        """);

    assertThat(operator.invalid().lines())
        .containsExactly(
            "warmup.yaml:1:7: mode: 'wram' is none of warm, observe, off; did you mean 'warm'?",
            "warmup.yaml:3:3: unknown key 'gate.timout'; did you mean 'timeout'?",
            "warmup.yaml:4:22: defaults.retries: 'many' is not a whole number; it must be between"
                + " 0 and 100",
            "warmup.yaml:5:34: observe.interval is longer than observe.window",
            "The application starts without a warm-up until these 4 are corrected.");
  }

  @Test
  void aSingleMistakeIsASingleLine() {
    assertThat(operator.file("mod: off").invalid().lines())
        .containsExactly(
            "warmup.yaml:1:1: unknown key 'mod'; did you mean 'mode'? The application starts"
                + " without a warm-up until this is corrected.");
  }

  @Test
  void aScheduleIsJudgedByTheScheduler() {
    operator
        .schedules(
            text ->
                text.startsWith("every")
                    ? Optional.empty()
                    : Optional.of("'" + text + "' is no schedule"))
        .file("strategies:\n  A:\n    schedule:\n      - every 1h\n      - 61 * * * *\n");

    assertThat(operator.problems())
        .containsExactly("warmup.yaml:5:9: schedule: '61 * * * *' is no schedule");
  }

  @Test
  void duplicateKeysNameBothPlaces() {
    assertThat(operator.file("mode: warm\nmode: off\n").problems())
        .containsExactly(
            "warmup.yaml:2:1: the key 'mode' stands at warmup.yaml:1:1 already; keep one of the"
                + " two");
  }

  @Test
  void noYamlAtAll() {
    assertThat(operator.file("mode: warm\n  hold: port: x\n").problems())
        .singleElement()
        .asString()
        .startsWith("warmup.yaml:2:7: this is no valid YAML: mapping values are not allowed here");
    assertThat(operator.file("gate:\n\thold: port\n").problems())
        .singleElement()
        .asString()
        .startsWith("warmup.yaml:2:1: this is no valid YAML:")
        .endsWith("indent with spaces, not tabs");
    assertThat(operator.file("report: { folder: /r/${X} }\n").problems())
        .singleElement()
        .asString()
        .startsWith("warmup.yaml:1:")
        .endsWith("put texts with ${…} in quotes");
  }

  @Test
  void filesThatAreNoConfigurationFile() throws IOException {
    Files.createDirectory(folder.resolve("dir"));
    Files.write(folder.resolve("binary"), new byte[] {(byte) 0xCA, (byte) 0xFE, 0, 1});
    Files.write(folder.resolve("huge"), new byte[2 << 20]);

    assertThat(operator.arguments("dir").problems())
        .containsExactly("dir: is a directory; name the file in it");
    assertThat(operator.arguments("binary").problems())
        .containsExactly("binary: is not a text file in UTF-8; save it as one");
    assertThat(operator.arguments("huge").problems())
        .containsExactly("huge: is larger than 1 MB; this can't be the configuration");
    assertThat(operator.arguments("/dev/zero").problems())
        .containsExactly(
            "/dev/zero: is a pipe or a device, but is read more than once; name a file");
    assertThat(operator.arguments("none.yaml").problems())
        .containsExactly("none.yaml: there is no such file (" + folder.resolve("none.yaml") + ")");
  }

  @Test
  void anAliasBombIsRefused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i <= 9; i++) {
      bomb.append("a%d: &a%d [*a%d".formatted(i, i, i - 1))
          .append((",*a" + (i - 1)).repeat(9))
          .append("]\n");
    }

    assertThat(operator.file(bomb.toString()).problems())
        .singleElement()
        .asString()
        .startsWith("warmup.yaml: this is no valid YAML: ")
        .contains("aliases");
    assertThat(operator.file("caches: &c { a: *c }").problems())
        .singleElement()
        .asString()
        .contains("an alias contains itself");
  }

  @Test
  void aTagConstructsNothing() {
    assertThat(operator.file("mode: !!javax.script.ScriptEngineManager [off]").problems())
        .containsExactly(
            "warmup.yaml:1:7: mode takes one value (`warm`, `observe`, `off`), found a list");
  }
}
