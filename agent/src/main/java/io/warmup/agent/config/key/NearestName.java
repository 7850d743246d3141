package io.warmup.agent.config.key;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which name a mistyped one was meant to be. */
public final class NearestName {

  private NearestName() {}

  /** {@code "; did you mean 'timeout'?"}, or nothing where no known name is near. */
  public static String to(String name, Collection<String> known) {
    return find(name, known).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  /** The known name that takes the fewest edits, if that is no more than a third of it. */
  public static Optional<String> find(String name, Collection<String> known) {
    String plain = plain(name);
    return known.stream()
        .filter(candidate -> distance(plain, plain(candidate)) <= allowed(candidate))
        .min(Comparator.comparingInt(candidate -> distance(plain, plain(candidate))));
  }

  private static int allowed(String candidate) {
    return Math.max(1, candidate.length() / 3);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
  }

  /** Edits to get from one to the other; swapping two neighbours is one (optimal alignment). */
  static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : fewest(a, b, i, j, edits);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int fewest(String a, String b, int i, int j, int[][] edits) {
    int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int fewest = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
  }
}
