package io.warmup.agent.report.html;

/** Figures side by side: what it is, how much, of how many. */
final class FigureList {

  private final Html html;

  FigureList(Html html) {
    this.html = html.open("dl", "class", "figures");
  }

  FigureList add(String name, String figure, String basis) {
    html.open("div").leaf("dt", name).leaf("dd", figure, "class", "figure");
    html.leaf("dd", basis, "class", "basis").close();
    return this;
  }

  void close() {
    html.close();
  }
}
