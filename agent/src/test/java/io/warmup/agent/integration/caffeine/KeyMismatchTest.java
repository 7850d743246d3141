package io.warmup.agent.integration.caffeine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.warmup.agent.config.Mode;
import io.warmup.agent.log.Log;
import io.warmup.agent.recorder.CacheObservation;
import io.warmup.agent.recorder.CacheObservation.KeyMismatch;
import io.warmup.agent.report.KeyMask;
import io.warmup.agent.report.LogLines;
import io.warmup.agent.report.Shop;
import io.warmup.agent.report.html.HtmlReport;
import io.warmup.agent.report.model.Overhead;
import io.warmup.agent.report.model.WarmupReport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Warmed under keys nobody asks for: from a cache's gets to the line and the page that say so. */
class KeyMismatchTest {

  private static final Supplier<Cache<Object, Object>> BOUNDED =
      () -> Caffeine.newBuilder().maximumSize(10_000).build();

  private static final Supplier<Cache<Object, Object>> UNBOUNDED =
      () -> Caffeine.newBuilder().build();

  @EachCaffeine
  void keysOfAnotherFormRaiseAnAlarmThatShowsAPair() {
    for (Kind kind : kinds()) {
      CacheObservation seen = asked(BOUNDED, kind.warmed(), kind.asked());
      assertThat(seen.mismatches())
          .extracting(KeyMismatch::difference)
          .as("%s asked for as %s", kind.warmed().apply(7), kind.asked().apply(7))
          .containsExactly(kind.difference());
      assertThat(seen.mismatches().get(0).count()).isEqualTo(21);
      isShown(seen, KeyMask.TEMPLATE, kind.difference(), kind.template());
      isShown(seen, KeyMask.PLAIN, kind.difference(), kind.plain());
    }
  }

  private static void isShown(CacheObservation seen, KeyMask mask, String difference, String pair) {
    WarmupReport report =
        Shop.assembler(Mode.WARM, mask).report(null, List.of(), List.of(seen), Overhead.UNKNOWN);
    assertThat(lines(report))
        .filteredOn(line -> line.contains("warmed under keys nobody asks for: "))
        .singleElement(STRING)
        .startsWith("WARN")
        .containsPattern(": " + pair.replace("#", " is warmed, ") + " missed; ")
        .endsWith("; " + difference + " (21 misses).");
    assertThat(HtmlReport.render(report))
        .containsPattern(
            "<code>" + pair.replace("#", "</code> is warmed, <code>") + "</code> is missed\\.");
  }

  private static List<String> lines(WarmupReport report) {
    List<String> lines = new ArrayList<>();
    new LogLines(new Log((level, line) -> lines.add(level + " " + line))).verdicts(report);
    return lines;
  }

  /**
   * @param template how its pair is shown under {@code report.keys: template}, as a pattern
   */
  private record Kind(
      String difference,
      IntFunction<Object> warmed,
      IntFunction<Object> asked,
      String template,
      String plain) {}

  private static List<Kind> kinds() {
    return List.of(
        new Kind(
            "class Integer, asked for as Long",
            i -> i,
            i -> (long) i,
            "Integer \\*#Long \\*",
            "Integer 7#Long 7"),
        new Kind(
            "class String, asked for as Integer",
            i -> "" + i,
            i -> i,
            "String \\*#Integer \\*",
            "String 7#Integer 7"),
        new Kind(
            "prefix",
            i -> "product:" + i,
            i -> "products:" + i,
            "product:\\*#products:\\*",
            "product:7#products:7"),
        new Kind("prefix", i -> "v1:" + i, i -> "v2:" + i, "\\*:\\*#\\*:\\*", "v1:7#v2:7"),
        new Kind(
            "upper and lower case", i -> "DE:" + i, i -> "de:" + i, "DE:\\*#de:\\*", "DE:7#de:7"),
        new Kind(
            "upper and lower case",
            i -> "Town" + i,
            i -> "town" + i,
            "\\* in mixed case#\\* in lower case",
            "Town7#town7"),
        new Kind("separator", i -> "de-" + i, i -> "de_" + i, "\\*-\\*#\\*_\\*", "de-7#de_7"),
        new Kind(
            "number of parts: 1, asked for with 2",
            i -> "" + i,
            i -> "de:" + i,
            "\\*#de:\\*",
            "7#de:7"),
        new Kind(
            "number of parts: 2, asked for with 3",
            i -> "price:" + i,
            i -> "price:" + i + ":eur",
            "price:\\*#price:\\*:\\*",
            "price:7#price:7:eur"),
        new Kind(
            "class Integer, asked for as Pair",
            i -> i,
            i -> new Pair(i, "eur"),
            "Integer \\*#Pair \\*",
            "Integer 7#Pair Pair\\[id=7, currency=eur]"),
        new Kind(
            "equal text, yet not equal: equals or hashCode of Broken is broken, or its text leaves"
                + " something out",
            i -> new Broken("" + i),
            i -> new Broken("" + i),
            "Broken \\*#Broken \\*",
            "Broken 7#Broken 7"),
        new Kind(
            "equal, yet with another hashCode: that of Unhashed is broken",
            i -> new Unhashed("" + i),
            i -> new Unhashed("" + i),
            "Unhashed \\*#Unhashed \\*",
            "Unhashed 7#Unhashed 7"),
        new Kind(
            "Bare has no equals and hashCode of its own: no other object finds its entry",
            i -> new Bare(),
            i -> new Bare(),
            "Bare \\*#Bare \\*",
            "Bare @[0-9a-f]+#Bare @[0-9a-f]+"),
        new Kind(
            "byte[] has no equals and hashCode of its own: no other object finds its entry",
            i -> new byte[] {(byte) i},
            i -> new byte[] {(byte) i},
            "byte\\[] \\*#byte\\[] \\*",
            "byte\\[] @[0-9a-f]+#byte\\[] @[0-9a-f]+"));
  }

  @EachCaffeine
  void oneKeyIsEnoughWhereNoOtherIsWarmed() {
    assertThat(alarms(BOUNDED, List.of("Config"), List.of(), List.of("config")))
        .containsExactly("upper and lower case");
    assertThat(alarms(BOUNDED, List.of(7), List.of(), List.of(7L)))
        .containsExactly("class Integer, asked for as Long");
  }

  @EachCaffeine
  void theKeyItselfIsNoLookAlike() {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = BOUNDED.get();
      recording.recorder.open();
      keys(10, i -> "price:" + i).forEach(cache::getIfPresent);
      keys(10, i -> "price:" + i).forEach(key -> recording.warm(cache, key, "by schedule"));

      assertThat(recording.of(cache).mismatches()).isEmpty();
    }
  }

  @EachCaffeine
  void twoKindsOfKeyInOneCacheAreNoMismatch() {
    for (Supplier<Cache<Object, Object>> cache : List.of(BOUNDED, UNBOUNDED)) {
      assertThat(
              alarms(
                  cache,
                  keys(100, i -> "product:" + i),
                  keys(10, i -> "product:" + i),
                  keys(100, i -> "user:" + i)))
          .isEmpty();
    }
    assertThat(alarms(BOUNDED, keys(100, i -> i), keys(10, i -> i), keys(100, i -> (long) i)))
        .isEmpty();
    assertThat(
            alarms(
                BOUNDED,
                keys(100, i -> "product:" + i),
                List.of(),
                Stream.concat(keys(100, i -> "user:" + i).stream(), Stream.of("product:100"))
                    .toList()))
        .as("products that are not warmed are asked for too")
        .isEmpty();
  }

  @EachCaffeine
  void fewCoincidencesAreNoMismatch() {
    List<Object> products = keys(1_000, i -> "product:" + i);
    assertThat(alarms(BOUNDED, products, List.of(), List.of("user:7", "user:8"))).isEmpty();
    assertThat(alarms(BOUNDED, products, List.of(), keys(100, i -> "user:" + (i + 995)))).isEmpty();
    assertThat(alarms(BOUNDED, List.of("product:7"), List.of(), List.of("user:7"))).isEmpty();
    assertThat(
            alarms(
                BOUNDED,
                keys(100, i -> (i < 5 ? "aB" : "ab") + i),
                List.of(),
                keys(100, i -> (i < 5 ? "Ab" : "aC") + i)))
        .as("codes of which some differ in case alone")
        .isEmpty();
  }

  @EachCaffeine
  void aTextThatLeavesSomethingOutIsNoMismatchWhereKeysOfThatClassAreFound() {
    assertThat(
            alarms(
                BOUNDED,
                keys(100, i -> new Tenanted("de", i)),
                keys(10, i -> new Tenanted("de", i)),
                keys(100, i -> new Tenanted("fr", i))))
        .isEmpty();
  }

  /** Ten keys each; each is asked for twice, and the eighth once more. */
  private static CacheObservation asked(
      Supplier<Cache<Object, Object>> built,
      IntFunction<Object> warmed,
      IntFunction<Object> asked) {
    List<Object> misses = new ArrayList<>(keys(10, asked));
    misses.addAll(misses);
    misses.add(misses.get(7));
    return seen(built, keys(10, warmed), List.of(), misses);
  }

  private static List<String> alarms(
      Supplier<Cache<Object, Object>> built, List<?> warmed, List<?> read, List<?> missed) {
    return seen(built, warmed, read, missed).mismatches().stream()
        .map(KeyMismatch::difference)
        .toList();
  }

  private static CacheObservation seen(
      Supplier<Cache<Object, Object>> built, List<?> warmed, List<?> read, List<?> missed) {
    try (Recording recording = new Recording()) {
      Cache<Object, Object> cache = built.get();
      warmed.forEach(key -> recording.warm(cache, key, "v"));
      recording.recorder.open();
      read.forEach(key -> assertThat(cache.getIfPresent(key)).isEqualTo("v"));
      missed.forEach(key -> assertThat(cache.getIfPresent(key)).isNull());
      return recording.of(cache);
    }
  }

  private static List<Object> keys(int count, IntFunction<Object> key) {
    return IntStream.range(0, count).mapToObj(key).toList();
  }

  private record Pair(int id, String currency) {}

  private record Tenanted(String tenant, int id) {
    @Override
    public String toString() {
      return "" + id;
    }
  }

  /** Each object is another key. */
  private record Broken(String text) {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private record Unhashed(String text) {
    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private static final class Bare {}
}
