package io.warmup.agent.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.warmup.agent.control.Controls;
import io.warmup.agent.control.FixedControl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExpositionTest {

  /** A sample by the grammar of OpenMetrics 1.0, without exemplars and timestamps. */
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-z_]+)(\\{[a-z_]+=\"(?:[^\"\\\\]|\\\\.)*\"(?:,[a-z_]+=\"(?:[^\"\\\\]|\\\\.)*\")*})? (\\S+)");

  private final Controls controls = new Controls();

  @Test
  void saysWhatTheWarmUpDoesAndWhatItWasWorth() throws IOException {
    controls.add(new FixedControl("shop"));

    assertThat(openMetrics())
        .contains("warmup_state{state=\"warm\"} 1.0", "warmup_state{state=\"warming\"} 0.0")
        .contains("warmup_progress_ratio 1.0")
        .contains("warmup_keys_total{outcome=\"failed\",strategy=\"HotProducts\"} 2.0")
        .contains("warmup_load_seconds_bucket{strategy=\"HotProducts\",le=\"0.001\"} 0")
        .contains("warmup_load_seconds_bucket{strategy=\"HotProducts\",le=\"0.0025\"} 7")
        .contains("warmup_load_seconds_bucket{strategy=\"HotProducts\",le=\"+Inf\"} 7")
        .contains("warmup_load_seconds_sum{strategy=\"HotProducts\"} 0.014")
        .contains(
            "warmup_cache_gets_total{cache=\"products\",origin=\"warmed\",result=\"hit\"} 30.0")
        .contains("warmup_cache_gets_total{cache=\"products\",origin=\"none\",result=\"miss\"} 5.0")
        .contains("warmup_misses_avoided_total{cache=\"products\"} 8.0")
        .contains("warmup_warmed_keys{cache=\"products\",state=\"unread\"} 1.0")
        .contains("warmup_last_success_timestamp_seconds 1.7E9");
  }

  @Test
  void isWhatAStrictParserTakes() throws IOException {
    controls.add(new FixedControl("shop"));
    controls.add(new FixedControl("a \"shop\"\\\n of others"));

    Set<String> series = new HashSet<>();
    Set<String> typed = new HashSet<>();
    List<String> lines = openMetrics().lines().toList();
    assertThat(lines.get(lines.size() - 1)).isEqualTo("# EOF");
    for (String line : lines.subList(0, lines.size() - 1)) {
      if (line.startsWith("# TYPE ")) {
        assertThat(typed.add(line.split(" ")[2])).as("one block a family: %s", line).isTrue();
      } else if (!line.startsWith("#")) {
        Matcher sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as(line).isTrue();
        assertThat(Double.parseDouble(sample.group(3))).isFinite();
        assertThat(series.add(sample.group(1) + sample.group(2))).as("once: %s", line).isTrue();
        assertThat(typed).anyMatch(sample.group(1)::startsWith);
      }
    }
    assertThat(series).hasSizeGreaterThan(50);
  }

  @Test
  void hasTheMetersThatDashboardsAreMadeOf() {
    controls.add(new FixedControl("shop"));

    Map<String, Set<String>> labels = new TreeMap<>();
    for (Family family : new WarmupMeters(controls).get()) {
      family.points().forEach(it -> labels.put(family.name(), it.labels().keySet()));
      assertThat(family.help()).as(family.name()).endsWith(".");
    }
    assertThat(labels)
        .isEqualTo(
            Map.of(
                "warmup_state", Set.of("state"),
                "warmup_progress_ratio", Set.of(),
                "warmup_keys", Set.of("strategy", "outcome"),
                "warmup_load_seconds", Set.of("strategy"),
                "warmup_cache_gets", Set.of("cache", "result", "origin"),
                "warmup_misses_avoided", Set.of("cache"),
                "warmup_warmed_keys", Set.of("cache", "state"),
                "warmup_last_success_timestamp_seconds", Set.of()));
  }

  /** Skipped where Prometheus' own tool is not on the PATH. */
  @Test
  void isWhatPromtoolTakes() throws IOException {
    Optional<Scraper> promtool = Scraper.promtool();
    assumeTrue(promtool.isPresent(), "no promtool on the PATH");
    controls.add(new FixedControl("shop"));
    controls.add(new FixedControl("a \"shop\"\\\n of others"));

    assertThat(promtool.get().objections(written(Exposition.accepted(null)))).isEmpty();
    assertThat(promtool.get().objections("a_total 1\n")).contains("no help text");
    assertThat(promtool.get().objections("a{b=c} 1\n")).contains("error while linting");
  }

  /** Skipped where no Python on the PATH has the package prometheus_client. */
  @Test
  void isWhatTheReferenceParserOfOpenMetricsTakes() throws IOException {
    Optional<Scraper> parser = Scraper.openMetrics();
    assumeTrue(parser.isPresent(), "no Python with prometheus_client on the PATH");
    controls.add(new FixedControl("shop"));
    controls.add(new FixedControl("a \"shop\"\\\n of others"));

    String text = openMetrics();
    assertThat(text).contains("# UNIT warmup_load_seconds seconds");
    assertThat(parser.get().objections(text)).isEmpty();
    assertThat(parser.get().objections(text.replace("# EOF", ""))).contains("ValueError");
    assertThat(parser.get().objections(text.replace("le=\"0.5\"", "le=\"x\"")))
        .contains("ValueError");
  }

  @Test
  void speaksTheOlderFormatToWhoeverAsksForNone() throws IOException {
    controls.add(new FixedControl("shop"));
    Exposition exposition = Exposition.accepted(null);

    assertThat(exposition.contentType()).startsWith("text/plain; version=0.0.4");
    assertThat(written(exposition)).contains("# TYPE warmup_keys_total counter");
  }

  private String openMetrics() throws IOException {
    Exposition exposition = Exposition.accepted("application/openmetrics-text; version=1.0.0");
    assertThat(exposition.contentType()).startsWith("application/openmetrics-text");
    return written(exposition);
  }

  private String written(Exposition exposition) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    exposition.write(new WarmupMeters(controls).get(), out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
