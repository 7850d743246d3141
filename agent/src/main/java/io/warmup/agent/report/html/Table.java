package io.warmup.agent.report.html;

/** A table whose rows become labelled blocks where the page is narrow. */
final class Table {

  private final Html html;
  private final String[] columns;

  Table(Html html, String... columns) {
    this.html = html;
    this.columns = columns;
    html.open("table").open("thead").open("tr");
    for (String column : columns) {
      html.leaf("th", column, "scope", "col");
    }
    html.close().close().open("tbody");
  }

  /** One cell a column. */
  void row(String... cells) {
    html.open("tr");
    for (int i = 0; i < cells.length; i++) {
      html.open("td", "data-column", columns[i]).leaf("span", cells[i]).close();
    }
    html.close();
  }

  void close() {
    html.close().close();
  }
}
