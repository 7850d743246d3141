package io.warmup.agent.instrument.redis;

import io.warmup.agent.instrument.ClassHook;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The hooks of the clients; each leaves its classes as they are where no cache is listed. */
public final class RedisHooks {

  private RedisHooks() {}

  /**
   * One a client.
   *
   * @param wanted whether the operator lists caches in Redis; asked on the thread that loads the
   *     client's classes
   */
  public static List<ClassHook> all(BooleanSupplier wanted) {
    return List.of(new JedisHook(wanted), new LettuceHook(wanted));
  }
}
