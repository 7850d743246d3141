package io.warmup.agent.config.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against the library: what is read without it is what it would have read. */
class PlainYamlTest {

  private static final Map<String, String> ENVIRONMENT = Map.of("REGION", "eu", "EMPTY", "");

  private static final String USUAL =
      """
      # who warms what
      version: 1
      mode: warm          # or observe
      gate:
        hold: readiness
        timeout: 30s
        on-failure:
      strategies:
        - name: HotProducts
          cache: 'products'
          concurrency: 8
          rate: 500/s

        - name: "Categories"
          enabled: true
          keys:
          - a-1
          - ${REGION:-us}/7
      observe: { window: 15m, interval: 1s }   # for longer in staging
      report: {}
      """;

  @Test
  void readsWhatConfigurationFilesLookLike() {
    assertThat(plain(USUAL)).isNotNull().isEqualTo(any(USUAL));
    assertThat(plain(USUAL.replace("\n", "\r\n"))).isEqualTo(any(USUAL));
  }

  @Test
  void readsWhatTheDemoIsConfiguredWith() throws IOException {
    String text = Files.readString(Path.of("..", "it-tests", "shop-strategies", "warmup.yaml"));
    assertThat(plain(text)).isNotNull().isEqualTo(any(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: [1,\n 2]",
        "a: {b}",
        "a: {'b': c}",
        "a: [${X}]",
        "a: [1, 2,]",
        "a: {b: c} d",
        "a: [,]",
        "a: [",
        "a: |\n  text",
        "a: &x 1\nb: *x",
        "---\na: 1",
        "a: !!str 1",
        "a: 'it''s'",
        "a: \"tab\\t\"",
        "a:\tb",
        "\"a\": 1",
        "? a\n: b",
        "a: one\n  two",
        "a: b: c",
        " a: 1",
        "a: 1\n b: 2",
        "- a",
        "a",
        "a: 1\n...",
        "a: @x",
        "a: 'open",
        "a:\n  -\n    b: 1"
      })
  void leavesTheRestToTheLibrary(String text) {
    assertThat(plain(text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# nothing\n", "   \n  # nothing"})
  void nothingIsNothing(String text) {
    assertThat(plain(text)).isEqualTo(any(text)).isEqualTo(new Read(List.of(), List.of()));
  }

  @Test
  void scalarsAreOfTheCoreSchemasTypes() {
    for (String scalar :
        List.of(
            "1",
            "-1",
            "+7",
            "007",
            "0o17",
            "0x1F",
            "0x",
            "1.5",
            ".5",
            "1.",
            "1e3",
            "-1.5E-3",
            ".inf",
            "-.Inf",
            "+.inf",
            ".nan",
            ".",
            "..",
            "-",
            "--",
            "+",
            "1_000",
            "10s",
            "1h30m",
            "2147483648",
            "9223372036854775808",
            "true",
            "True",
            "tRUE",
            "yes",
            "no",
            "null",
            "~",
            "~x",
            "Null",
            "NULL",
            "nullx",
            "''",
            "'1'",
            "\"true\"",
            "1,000",
            "a#b",
            "a #b",
            "a:b",
            "x- y",
            "${REGION}",
            "${NOBODY}",
            "${EMPTY}",
            "${EMPTY:-1}",
            "$${x}",
            "<<",
            "=",
            "(a)",
            "a'b",
            "a\"b",
            "é",
            "/a/b",
            "\\d+",
            "$",
            ";",
            "0o8",
            "1.2.3",
            "127.0.0.1:80")) {
      String text = "a: " + scalar + "\n";
      Read plain = plain(text);
      if (plain != null) {
        assertThat(plain).as(text).isEqualTo(any(text));
      }
    }
  }

  /** Of fragments in any order, with any indent. */
  @Test
  void whateverItReadsTheLibraryReadsToo() {
    List<String> fragments =
        List.of(
            "a: 1",
            "b: text",
            "c:",
            "- x",
            "- k: v",
            "- 'q'",
            "# no",
            "",
            "d: \"q\" # why",
            "a: 2",
            "e: 'q' x",
            "- ",
            "-",
            "- - y",
            "f: ${REGION}",
            "g: ${NOBODY}",
            "h: a b  ",
            "i: x: y",
            "f: { a: 1, b: 'x', a: 2 }",
            "s: [a, -1, [], {c: d}] # why",
            "- [x, y ]",
            "- {}",
            "- { k: [1,2], l: a:b }",
            "t: [a b , \"c\" ]",
            "u: {a:1}",
            "w: [a]b",
            "x: [a: b]",
            "y: [ ${REGION} ]",
            "z: [a #b]",
            "j:  #",
            "k: [",
            "l: -",
            "- m:",
            "just text",
            "n: |",
            "o : p",
            "- ${NOBODY}");
    Random random = new Random(11);
    int read = 0;
    for (int i = 0; i < 60_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int line = random.nextInt(7); line >= 0; line--) {
        text.append(" ".repeat(2 * random.nextInt(4) * random.nextInt(2)));
        text.append(fragments.get(random.nextInt(fragments.size()))).append('\n');
      }
      Read plain = plain(text.toString());
      if (plain != null) {
        read++;
        assertThat(plain).as(text.toString()).isEqualTo(any(text.toString()));
      }
    }
    assertThat(read).isGreaterThan(3_000);
  }

  private static @Nullable Read plain(String text) {
    List<Document> documents =
        PlainYaml.read(text, new YamlNodes("warmup.yaml", new Substitution(ENVIRONMENT)));
    return documents == null ? null : new Read(documents, List.of());
  }

  private static Read any(String text) {
    List<Problem> invalid = new ArrayList<>();
    List<Document> documents =
        new AnyYaml("warmup.yaml", new Substitution(ENVIRONMENT)).read(text, invalid);
    return new Read(documents, invalid);
  }

  private record Read(List<Document> documents, List<Problem> invalid) {}
}
