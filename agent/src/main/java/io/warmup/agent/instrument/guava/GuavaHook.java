package io.warmup.agent.instrument.guava;

import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.MethodRewriter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes Guava's caches record their get path. Nothing is added but calls, so that classes that are
 * loaded already can be rewritten too; a get finds its record by the identity of its store.
 */
public final class GuavaHook implements ClassHook {

  /** Where Guava's caches are. */
  public static final String PREFIX = "com/google/common/cache/";

  private final String prefix;

  /** For Guava itself. */
  public GuavaHook() {
    this(PREFIX);
  }

  /**
   * For a copy that another library carries.
   *
   * @param prefix of its classes, with slashes, ending with one
   */
  public GuavaHook(String prefix) {
    this.prefix = prefix;
  }

  @Override
  public Set<String> targets() {
    return Set.of(prefix + "CacheBuilder", prefix + "LocalCache", prefix + "LocalCache$Segment");
  }

  @Override
  public byte @Nullable [] rewrite(Target target, byte[] original, Missing missing) {
    if (target.internalName().endsWith("CacheBuilder")) {
      return MethodRewriter.rewritten(
          original,
          (method, next) -> method.name().equals("build") ? new GuavaBuild(next, prefix) : next);
    }
    GuavaStore store = new GuavaStore(prefix, target.internalName().endsWith("$Segment"));
    byte[] rewritten = MethodRewriter.rewritten(original, store);
    if (store.sites() == 0) {
      missing.report(
          target, "calls of its statistics", "the get path of Guava's caches is not recorded");
      return null;
    }
    return rewritten;
  }
}
