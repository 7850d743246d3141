package io.warmup.agent.config.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a text that say something, one after the other. */
final class PlainLines {

  private final List<Line> lines;
  private int next;

  private PlainLines(List<Line> lines) {
    this.lines = lines;
  }

  /** Null where the text has characters that YAML looks at twice: tabs, other line breaks. */
  static @Nullable PlainLines of(String text) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      int last = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
      Line line = Line.of(text, start, last, number++);
      if (line == null) {
        return null;
      }
      if (!line.endsAt(0)) {
        lines.add(line);
      }
      start = end + 1;
    }
    return new PlainLines(lines);
  }

  /** Null: there is no more. */
  @Nullable Line next() {
    return next < lines.size() ? lines.get(next) : null;
  }

  void take() {
    next++;
  }

  /** What is left of the next one. */
  void replace(Line rest) {
    lines.set(next, rest);
  }

  /**
   * A line.
   *
   * @param number from 0
   * @param indent how many characters stand before the content
   * @param content without spaces around it
   */
  record Line(int number, int indent, String content) {

    /** YAML has no longer ones that go without a question mark. */
    private static final int LONGEST_KEY = 1_000;

    static @Nullable Line of(String text, int start, int end, int number) {
      for (int i = start; i < end; i++) {
        if (!isUsual(text.charAt(i))) {
          return null;
        }
      }
      int first = start;
      while (first < end && text.charAt(first) == ' ') {
        first++;
      }
      int last = end;
      while (last > first && text.charAt(last - 1) == ' ') {
        last--;
      }
      return new Line(number, first - start, text.substring(first, last));
    }

    private static boolean isUsual(char c) {
      return (c >= ' ' && c <= '~')
          || (c >= '\u00a0' && c < '\u2000')
          || (c >= '\u2030' && c < '\ud800');
    }

    String text(int from, int to) {
      return content.substring(from, to);
    }

    /** Whether nothing comes from there on, or a comment. */
    boolean endsAt(int at) {
      return at >= content.length()
          || (content.charAt(at) == '#' && (at == 0 || content.charAt(at - 1) == ' '));
    }

    /** {@code - something}. */
    boolean isItem() {
      return content.startsWith("-") && (content.length() == 1 || content.charAt(1) == ' ');
    }

    Line from(int at) {
      return new Line(number, indent + at, content.substring(Math.min(at, content.length())));
    }

    int skipSpaces(int from) {
      int at = from;
      while (at < content.length() && content.charAt(at) == ' ') {
        at++;
      }
      return at;
    }

    /** Where the colon behind a simple key is; -1 if there is none. */
    int keyEnd() {
      int at = 0;
      while (at < content.length() && isKeyPart(content.charAt(at), at)) {
        at++;
      }
      boolean colon =
          at > 0 && at < Math.min(content.length(), LONGEST_KEY) && content.charAt(at) == ':';
      return colon && (at + 1 == content.length() || content.charAt(at + 1) == ' ') ? at : -1;
    }

    private static boolean isKeyPart(char c, int at) {
      return (c >= 'a' && c <= 'z')
          || (c >= 'A' && c <= 'Z')
          || c == '_'
          || (at > 0 && ((c >= '0' && c <= '9') || c == '-' || c == '.'));
    }

    /** {@code {…}} or {@code […]}. */
    boolean isCollection(int start) {
      char first = content.charAt(start);
      return first == '{' || first == '[';
    }

    boolean isQuoted(int start) {
      char first = content.charAt(start);
      return first == '"' || first == '\'';
    }

    /** Or -1. */
    int closingQuote(int start) {
      return content.indexOf(content.charAt(start), start + 1);
    }

    /** What stands there; null where YAML has more to say about it. */
    @Nullable String scalar(int start) {
      return isQuoted(start) ? quoted(start) : plain(start);
    }

    /** Without anything escaped. */
    private @Nullable String quoted(int start) {
      int end = closingQuote(start);
      if (end < 0 || content.indexOf('\\', start) >= 0) {
        return null;
      }
      int behind = skipSpaces(end + 1);
      boolean apart = behind > end + 1 || behind == content.length();
      return apart && endsAt(behind) ? content.substring(start + 1, end) : null;
    }

    private @Nullable String plain(int start) {
      int comment = content.indexOf(" #", start);
      String text = (comment < 0 ? content : content.substring(0, comment)).substring(start);
      text = text.stripTrailing();
      boolean mapping = text.contains(": ") || text.endsWith(":");
      return mapping || !beginsPlainly(text) ? null : text;
    }

    private static boolean beginsPlainly(String text) {
      char first = text.charAt(0);
      return (first >= 'a' && first <= 'z')
          || (first >= 'A' && first <= 'Z')
          || (first >= '0' && first <= '9')
          || "._/~$+(<=;\\".indexOf(first) >= 0
          || (first == '-' && text.length() > 1 && text.charAt(1) != ' ');
    }
  }
}
