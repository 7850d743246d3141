package io.warmup.agent.recorder;

import io.warmup.agent.recorder.CacheObservation.KeyMismatch;
import io.warmup.agent.recorder.FrequentKeys.Count;
import io.warmup.agent.recorder.LookAlikes.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds warmed keys that nobody reads while look-alikes miss: the strategy builds its keys another
 * way than the application does.
 *
 * <p>One pair may be chance, where a cache has keys of several kinds or many misses. So the pairs
 * of one form of warmed keys and one of missed keys are looked at together. They raise an alarm if
 * there are at least three of them (two or one where no more keys of that form are unread, unless
 * nothing but a number in them is the same), and at least a tenth of what there could be; and,
 * where only class, prefix or number of parts differ, which whole kinds of keys may do, if no key
 * of the warmed form was asked for at all. Where {@code equals} and {@code hashCode} contradict
 * each other, one pair is proof.
 */
final class KeyMismatches {

  private static final int ENOUGH = 3;
  private static final int ONE_IN = 10;

  private final LookAlikes unread;
  private final Set<String> asked = new HashSet<>();
  private final Map<String, Integer> missedForms = new HashMap<>();
  private final Map<List<Object>, Evidence> found = new LinkedHashMap<>();

  private KeyMismatches(WarmedKeys warmed) {
    unread = new LookAlikes(warmed.unread(), warmed.used());
    warmed.used().forEach(key -> asked.add(KeyShape.of(key).form()));
  }

  /**
   * One example for each kind of difference, most frequent first.
   *
   * @param warmed keys, read and unread
   * @param missed keys that missed
   */
  static List<KeyMismatch> between(WarmedKeys warmed, MissedKeys missed) {
    if (warmed.unread().isEmpty() || missed.counts().isEmpty()) {
      return List.of();
    }
    KeyMismatches mismatches = new KeyMismatches(warmed);
    missed.counts().forEach(mismatches::add);
    return mismatches.alarms();
  }

  private void add(Count each) {
    KeyShape missed = KeyShape.of(each.key());
    missedForms.merge(missed.form(), 1, Integer::sum);
    asked.add(missed.form());
    Pair pair = unread.of(missed);
    if (pair != null) {
      List<Object> kind = List.of(pair.difference(), pair.warmed().form(), missed.form());
      found.computeIfAbsent(kind, k -> new Evidence(pair)).add(pair, each.count());
    }
  }

  private List<KeyMismatch> alarms() {
    Map<String, KeyMismatch> byDifference = new LinkedHashMap<>();
    for (Evidence each : found.values()) {
      if (isMoreThanChance(each)) {
        KeyMismatch alarm = each.alarm();
        byDifference.merge(alarm.difference(), alarm, KeyMismatches::together);
      }
    }
    List<KeyMismatch> alarms = new ArrayList<>(byDifference.values());
    alarms.sort(Comparator.comparingLong(KeyMismatch::count).reversed());
    return alarms;
  }

  private boolean isMoreThanChance(Evidence each) {
    Pair example = each.example;
    int unreadKeys = unread.ofForm(example.warmed());
    int missedKeys = missedForms.getOrDefault(example.missed().form(), 0);
    int pairs = Math.min(each.warmed.size(), each.pairs);
    return switch (example.strength()) {
      case PROOF -> true;
      case SAME_WORDS -> isEnough(pairs, unreadKeys, missedKeys, unreadKeys);
      case SAME_TEXT -> !isAsked(example) && isEnough(pairs, unreadKeys, missedKeys, unreadKeys);
      case SAME_NUMBER -> !isAsked(example) && isEnough(pairs, unreadKeys, missedKeys, ENOUGH);
      case IDENTITY -> isEnough(each.pairs, unreadKeys, missedKeys, unreadKeys);
    };
  }

  private boolean isAsked(Pair pair) {
    return asked.contains(pair.warmed().form());
  }

  private static boolean isEnough(int pairs, int unread, int missed, int least) {
    return pairs >= Math.min(ENOUGH, least) && pairs * ONE_IN >= Math.min(unread, missed);
  }

  private static KeyMismatch together(KeyMismatch one, KeyMismatch other) {
    KeyMismatch example = one.count() < other.count() ? other : one;
    return new KeyMismatch(
        example.warmed(), example.missed(), example.difference(), one.count() + other.count());
  }

  /** Pairs of one kind; the first is of the most frequent miss. */
  private static final class Evidence {
    final Pair example;
    final Set<String> warmed = new HashSet<>();
    int pairs;
    long misses;

    Evidence(Pair example) {
      this.example = example;
    }

    void add(Pair pair, long count) {
      warmed.add(pair.warmed().text());
      pairs++;
      misses += count;
    }

    KeyMismatch alarm() {
      return new KeyMismatch(
          KeyMismatch.Key.of(example.warmed()),
          KeyMismatch.Key.of(example.missed()),
          example.difference(),
          misses);
    }
  }
}
