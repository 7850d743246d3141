package io.warmup.agent.holdout;

import io.warmup.agent.cache.Trial.Arm;
import io.warmup.agent.config.Rollout;
import io.warmup.agent.config.StableHash;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is left cold, and who stands beside them: keys fall into 0..1 by a hash of their text; those
 * below the share are held out, as many above them are watched for comparison. By a hash, so that
 * two runs and two strategies agree on a key; salted by instance and cache, so that no key is the
 * one that is cold everywhere.
 */
public final class HoldoutSplit {

  private final String salt;
  private final double share;
  private final List<Pattern> except;

  private HoldoutSplit(String salt, double share, List<Pattern> except) {
    this.salt = salt;
    this.share = share;
    this.except = except;
  }

  /** For the keys of one cache; null where nothing is to be left cold. */
  public static @Nullable HoldoutSplit of(Rollout rollout, String cache) {
    return rollout.holdout() <= 0
        ? null
        : new HoldoutSplit(
            rollout.key() + "\n" + cache + "\n",
            rollout.holdout(),
            rollout.holdoutExcept().stream().map(HoldoutSplit::pattern).toList());
  }

  /**
   * Where a key belongs; null: it is warmed, and not compared.
   *
   * @param key one that cannot say what it is called is never left cold
   */
  public @Nullable Arm arm(Object key) {
    String text;
    try {
      text = String.valueOf(key);
    } catch (RuntimeException | LinkageError e) {
      return null;
    }
    double place = StableHash.of(salt + text);
    if (place >= 2 * share || isExempt(text)) {
      return null;
    }
    return place < share ? Arm.HELD_OUT : Arm.WARMED;
  }

  private boolean isExempt(String text) {
    return except.stream().anyMatch(pattern -> pattern.matcher(text).matches());
  }

  /** {@code *} stands for any text. */
  private static Pattern pattern(String wildcards) {
    return Pattern.compile(
        Stream.of(wildcards.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }
}
