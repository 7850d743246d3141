package io.warmup.agent.report.html;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML. What goes in as text or as an attribute's value is escaped, always. */
final class Html {

  private final StringBuilder out = new StringBuilder(16_384);
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn
   */
  Html open(String tag, String... attributes) {
    start(tag, attributes);
    open.push(tag);
    return this;
  }

  /** Closes the element opened last. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element with nothing but text in it. */
  Html leaf(String tag, String text, String... attributes) {
    start(tag, attributes);
    return text(text).end(tag);
  }

  /** An element without content, as SVG and HTML both take it. */
  Html empty(String tag, String... attributes) {
    start(tag, attributes);
    out.setLength(out.length() - 1);
    out.append("/>");
    return this;
  }

  Html text(String text) {
    escape(text);
    return this;
  }

  /** The agent's own style sheet, nothing else. */
  Html style(String css) {
    out.append("<style>").append(css).append("</style>");
    return this;
  }

  @Override
  public String toString() {
    return "<!doctype html>\n" + out + "\n";
  }

  private Html end(String tag) {
    out.append("</").append(tag).append('>');
    return this;
  }

  private void start(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        default -> out.append(Character.isISOControl(c) ? '\uFFFD' : c);
      }
    }
  }
}
