package io.warmup.agent.report.html;

import io.warmup.agent.report.Figures;
import io.warmup.agent.report.model.CacheReport.Fates;
import java.util.List;
import java.util.stream.Collectors;

/** What became of the warmed keys, as one bar. */
final class FatesBar {

  private static final double HEIGHT = 20;

  private final Html html;

  FatesBar(Html html) {
    this.html = html;
  }

  void write(Fates fates) {
    List<Fate> all =
        List.of(
            new Fate("used", "used", fates.used()),
            new Fate("unread", "still unread", fates.unread()),
            new Fate("evicted", "evicted unread", fates.evictedUnread()),
            new Fate("expired", "expired unread", fates.expiredUnread()),
            new Fate("overwritten", "overwritten unread", fates.overwritten()));
    List<Fate> shown = all.stream().filter(fate -> fate.keys > 0).toList();
    html.open("figure", "class", "fates").open("figcaption");
    html.leaf("b", "What became of the warmed keys").close();
    bar(shown, fates.warmed());
    legend(shown, fates.warmed());
    html.close();
  }

  private void bar(List<Fate> fates, long warmed) {
    String inWords =
        fates.stream()
            .map(fate -> Figures.count(fate.keys) + " " + fate.name)
            .collect(Collectors.joining(", "));
    Svg.open(html, HEIGHT, inWords);
    double x = 0;
    for (Fate fate : fates) {
      double width = Svg.WIDTH * fate.keys / warmed;
      Svg.bar(html, fate.css, x, 0, width, HEIGHT);
      x += width;
    }
    html.close();
  }

  private void legend(List<Fate> fates, long warmed) {
    html.open("ul", "class", "legend");
    for (Fate fate : fates) {
      html.open("li", "class", fate.css).leaf("b", Figures.count(fate.keys));
      html.text(" " + fate.name + " ");
      html.leaf("span", Figures.share((double) fate.keys / warmed), "class", "basis").close();
    }
    html.close();
  }

  private record Fate(String css, String name, long keys) {}
}
