package io.warmup.agent.instrument.caffeine;

import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.prepared.PreparedClasses;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes Caffeine 2.9 to 3.x record its get path. Fields can only be added while a class loads: in a
 * copy that was loaded before the agent came, calls alone are inserted when it is retransformed.
 * Gets are counted as exactly there, but find their record by identity; which warmed keys are used
 * is known, what was evicted or expired is not.
 *
 * <p>Classes of the library's releases are prepared; those of another build or in another package
 * are rewritten as they load.
 */
public final class CaffeineHook implements ClassHook {

  /** Where Caffeine's own classes are. */
  public static final String PREFIX = "com/github/benmanes/caffeine/cache/";

  /** What its caches are called. */
  static final String KIND = "caffeine";

  private final CaffeineNames names;

  /** For Caffeine itself. */
  public CaffeineHook() {
    this(PREFIX);
  }

  /**
   * For a copy that another library carries.
   *
   * @param prefix of its classes, with slashes, ending with one
   */
  public CaffeineHook(String prefix) {
    names = new CaffeineNames(prefix);
  }

  @Override
  public Set<String> targets() {
    return names.targets();
  }

  @Override
  public byte @Nullable [] rewrite(Target target, byte[] original, Missing missing) {
    byte[] prepared =
        target.beingRedefined() ? null : PreparedClasses.rewritten(target.internalName(), original);
    if (prepared == null) {
      return new CaffeineRewriting(names).rewritten(target, original, missing);
    }
    return prepared == original ? null : prepared;
  }
}
