package io.warmup.agent.report.html;

import java.util.Locale;

/**
 * Plots are stretched to the width there is; their labels are HTML around them and keep their size.
 */
final class Svg {

  static final double WIDTH = 1000;

  private Svg() {}

  /** Opens a drawing {@value #WIDTH} wide and so high that says in words what it shows. */
  static Html open(Html html, double height, String inWords) {
    return html.open(
        "svg",
        "viewBox",
        "0 0 " + number(WIDTH) + " " + number(height),
        "preserveAspectRatio",
        "none",
        "role",
        "img",
        "aria-label",
        inWords);
  }

  static void line(Html html, String css, double x1, double y1, double x2, double y2) {
    html.empty(
        "line",
        "class",
        css,
        "x1",
        number(x1),
        "y1",
        number(y1),
        "x2",
        number(x2),
        "y2",
        number(y2));
  }

  static void bar(Html html, String css, double x, double y, double width, double height) {
    html.empty(
        "rect",
        "class",
        css,
        "x",
        number(x),
        "y",
        number(y),
        "width",
        number(width),
        "height",
        number(height));
  }

  /** At most two decimals, whatever the locale. */
  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}
