package io.warmup.agent.report;

import io.warmup.agent.recorder.CacheObservation.KeyMismatch;
import io.warmup.agent.recorder.CacheObservation.KeyMismatch.Key;
import io.warmup.agent.report.model.CacheReport.Mismatch;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A warmed key and its look-alike as a report shows them: what differs can be seen in every mode,
 * and no more of the keys than the mode shows elsewhere but their separators and their case.
 *
 * @param warmed the warmed key
 * @param missed the look-alike
 */
record MaskedPair(String warmed, String missed) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  static Mismatch of(KeyMismatch seen, KeyMask mask) {
    MaskedPair pair = of(seen.warmed(), seen.missed(), mask);
    return new Mismatch(pair.warmed, pair.missed, seen.difference(), seen.count());
  }

  private static MaskedPair of(Key warmed, Key missed, KeyMask mask) {
    MaskedPair texts = new MaskedPair(mask.mask(warmed.text()), mask.mask(missed.text()));
    boolean sameClass = warmed.type().equals(missed.type());
    if (mask == KeyMask.TEMPLATE && sameClass && texts.areEqual()) {
      texts = told(warmed.text(), missed.text(), texts);
    }
    return sameClass && warmed.type().equals("String")
        ? texts
        : new MaskedPair(warmed.type() + " " + texts.warmed, missed.type() + " " + texts.missed);
  }

  /** What tells two keys apart whose templates are equal: separators, case; else no more. */
  private static MaskedPair told(String warmed, String missed, MaskedPair templates) {
    MaskedPair separators = new MaskedPair(stars(warmed), stars(missed));
    if (!separators.areEqual()) {
      return separators;
    }
    return warmed.equalsIgnoreCase(missed) && !warmed.equals(missed)
        ? new MaskedPair(templates.warmed + inCase(warmed), templates.missed + inCase(missed))
        : templates;
  }

  private boolean areEqual() {
    return warmed.equals(missed);
  }

  private static String stars(String key) {
    return WORD.matcher(key).replaceAll("*");
  }

  private static String inCase(String key) {
    if (key.equals(key.toLowerCase(Locale.ROOT))) {
      return " in lower case";
    }
    return key.equals(key.toUpperCase(Locale.ROOT)) ? " in upper case" : " in mixed case";
  }
}
