package io.warmup.agent.report.html;

import io.warmup.agent.report.Figures;
import io.warmup.agent.report.model.Setting;
import java.util.List;

/** What was set and by whom, and the defaults folded away. */
final class ConfigurationSection {

  private static final String DEFAULT = "default";

  private final Html html;

  ConfigurationSection(Html html) {
    this.html = html;
  }

  void write(List<Setting> settings) {
    if (settings.isEmpty()) {
      return;
    }
    List<Setting> set = settings.stream().filter(s -> !s.origin().equals(DEFAULT)).toList();
    List<Setting> defaults = settings.stream().filter(s -> s.origin().equals(DEFAULT)).toList();
    html.open("section").leaf("h2", "Effective configuration");
    table(set);
    if (!defaults.isEmpty()) {
      html.open("details");
      html.leaf("summary", Figures.count(defaults.size(), "default", "defaults"));
      table(defaults);
      html.close();
    }
    html.close();
  }

  /** Where the file lies is said once, as the setting {@code config}. */
  private static String withoutFolder(String origin) {
    return origin.matches(".*:\\d+:\\d+")
        ? origin.substring(Math.max(origin.lastIndexOf('/'), origin.lastIndexOf('\\')) + 1)
        : origin;
  }

  private void table(List<Setting> settings) {
    if (settings.isEmpty()) {
      return;
    }
    Table table = new Table(html, "Setting", "Value", "From");
    settings.forEach(s -> table.row(s.key(), s.value(), withoutFolder(s.origin())));
    table.close();
  }
}
