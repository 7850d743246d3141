package io.warmup.agent.report.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** How far the warm-up is, above the report. */
final class LiveSection {

  private static final double HEIGHT = 10;

  private final Html html;

  LiveSection(Html html) {
    this.html = html;
  }

  void write(LiveView view) {
    html.open("section", "class", "live");
    html.open("h2").text("Now").leaf("span", view.state(), "class", "tag").close();
    view.bars().forEach(this::bar);
    html.open("div", "class", "buttons");
    if (view.stoppable()) {
      button("/stop", view, "Stop the run");
    } else if (view.runnable()) {
      button("/run", view, "Warm again");
    }
    html.close();
    view.others()
        .forEach(
            other -> html.leaf("a", other, "href", "/?app=" + encoded(other), "class", "other"));
    html.close();
  }

  private void bar(LiveView.Bar bar) {
    html.open("figure", "class", "progress").open("figcaption").leaf("b", bar.name());
    html.text(": " + bar.words()).close();
    Double ratio = bar.ratio();
    Svg.open(html, HEIGHT, bar.words());
    Svg.bar(html, "track", 0, 0, Svg.WIDTH, HEIGHT);
    if (ratio == null) {
      Svg.bar(html, "unsized", 0, 0, Svg.WIDTH, HEIGHT);
    } else {
      Svg.bar(html, "keys", 0, 0, Svg.WIDTH * ratio, HEIGHT);
    }
    html.close().close();
  }

  private void button(String action, LiveView view, String text) {
    html.open("form", "method", "post", "action", action + "?app=" + encoded(view.application()));
    html.leaf("button", text, "type", "submit").close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
