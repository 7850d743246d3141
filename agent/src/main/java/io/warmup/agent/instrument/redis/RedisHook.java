package io.warmup.agent.instrument.redis;

import io.warmup.agent.instrument.ClassHook;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The clients' classes, which stay as they are where no cache is listed. What rewrites them is
 * loaded where one is: most applications need none of it.
 *
 * @param wanted whether the operator lists caches in Redis; asked on the thread that loads a class
 */
public record RedisHook(BooleanSupplier wanted) implements ClassHook {

  private static final Set<String> TARGETS =
      Set.of(
          JedisHook.CONNECTION,
          LettuceClass.COMMAND,
          LettuceClass.FUTURE,
          LettuceClass.KEY,
          LettuceClass.LIST_OUTPUT,
          LettuceClass.STREAMING_OUTPUT);

  @Override
  public Set<String> targets() {
    return TARGETS;
  }

  @Override
  public byte @Nullable [] rewrite(Target target, byte[] original, Missing missing) {
    if (!wanted.getAsBoolean()) {
      return null;
    }
    return target.internalName().equals(JedisHook.CONNECTION)
        ? JedisHook.rewrite(target, original, missing)
        : LettuceHook.rewrite(target, original, missing);
  }
}
