package io.warmup.agent.bridge;

import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What code inserted into Jedis calls where a command is sent and where it is answered. Each is
 * nothing but one look at a field while no cache is recorded.
 */
public final class WarmupJedis {

  private WarmupJedis() {}

  /**
   * A command is about to be sent, in a pipeline or a transaction too.
   *
   * @param arguments an iterable of its words, the first one being its name
   * @param raw gives the bytes of such a word
   */
  public static void sending(Object arguments, MethodHandle raw) {
    if (!WarmupRedis.listens()) {
      return;
    }
    try {
      WarmupVerb verb = verb(arguments, raw);
      if (verb == null || !verb.writes) {
        return;
      }
      if (verb.clears()) {
        WarmupKeyspace.clearing();
        return;
      }
      List<byte[]> words = words(arguments, raw);
      if (verb == WarmupVerb.SET && isIfAbsent(words)) {
        return;
      }
      int end = verb.step == 0 ? 2 : words.size();
      for (int i = 1; i < end; i += Math.max(1, verb.step)) {
        WarmupRedis.writing(verb, words.get(i));
      }
    } catch (Throwable e) {
      // The command is the application's: it is sent, whatever became of our record.
    }
  }

  /**
   * A command was answered, outside of pipelines and transactions.
   *
   * @param answer null: nothing there; of several keys a list
   */
  public static void answered(Object arguments, @Nullable Object answer, MethodHandle raw) {
    if (!WarmupRedis.listens()) {
      return;
    }
    try {
      WarmupVerb verb = verb(arguments, raw);
      if (verb == null || !verb.reads) {
        return;
      }
      List<byte[]> words = words(arguments, raw);
      if (verb.step == 0) {
        WarmupRedis.answered(verb, words.get(1), answer != null);
        return;
      }
      int at = 1;
      for (Object each : (List<?>) answer) {
        WarmupRedis.answered(verb, words.get(at++), each != null);
      }
    } catch (Throwable e) {
      // As above.
    }
  }

  private static @Nullable WarmupVerb verb(Object arguments, MethodHandle raw) throws Throwable {
    return WarmupVerb.of((byte[]) raw.invoke(((Iterable<?>) arguments).iterator().next()));
  }

  private static List<byte[]> words(Object arguments, MethodHandle raw) throws Throwable {
    List<byte[]> words = new ArrayList<>();
    for (Iterator<?> all = ((Iterable<?>) arguments).iterator(); all.hasNext(); ) {
      words.add((byte[]) raw.invoke(all.next()));
    }
    return words;
  }

  /** {@code SET key value … NX …}. */
  private static boolean isIfAbsent(List<byte[]> words) {
    for (byte[] option : words.subList(3, words.size())) {
      if (option.length == 2
          && new String(option, StandardCharsets.ISO_8859_1).equalsIgnoreCase("NX")) {
        return true;
      }
    }
    return false;
  }
}
