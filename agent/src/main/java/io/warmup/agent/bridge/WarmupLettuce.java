package io.warmup.agent.bridge;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What code inserted into Lettuce calls where a command is made, on the asking thread, and where it
 * is complete, on Lettuce's own. Each is nothing but one look at a field while no cache is
 * recorded.
 */
public final class WarmupLettuce {

  private WarmupLettuce() {}

  /**
   * A command is made, to be sent at once.
   *
   * @param made a {@link WarmupCommand}
   */
  public static void made(Object made) {
    if (!WarmupRedis.listens()) {
      return;
    }
    try {
      WarmupCommand command = (WarmupCommand) made;
      WarmupVerb verb = WarmupVerb.of(command.warmupName());
      if (verb == null) {
        return;
      }
      if (verb.clears()) {
        WarmupKeyspace.clearing();
      } else if (verb.writes && !(verb == WarmupVerb.SET && isIfAbsent(command))) {
        for (byte[] key : keys(command)) {
          WarmupRedis.writing(verb, key);
        }
      }
      if (verb.reads && !WarmupUncounted.isOwn()) {
        command.warmupAsked(true);
      }
    } catch (Throwable e) {
      // The command is the application's: it is sent, whatever became of our record.
    }
  }

  /**
   * A command is answered, and whoever asked will know it in a moment; told once more when it is
   * complete.
   *
   * @param answered a {@link WarmupCommand}, or something around one, which is not looked into:
   *     that one is told when it is complete
   */
  public static void answered(Object answered) {
    if (!(answered instanceof WarmupCommand)) {
      return;
    }
    WarmupCommand command = (WarmupCommand) answered;
    if (!command.warmupAsked()) {
      return;
    }
    try {
      command.warmupAsked(false);
      WarmupVerb verb = WarmupVerb.of(command.warmupName());
      if (verb != null && command.warmupError() == null) {
        count(verb, command);
      }
    } catch (Throwable e) {
      // As above.
    }
  }

  /**
   * An output gets the value of one key of several.
   *
   * @param elements so far
   * @return with this one
   */
  public static @Nullable List<Boolean> element(
      @Nullable List<Boolean> elements, @Nullable ByteBuffer value) {
    if (!WarmupRedis.listens()) {
      return elements;
    }
    List<Boolean> more = elements == null ? new ArrayList<>() : elements;
    more.add(value != null);
    return more;
  }

  private static void count(WarmupVerb verb, WarmupCommand command) {
    List<byte[]> keys = keys(command);
    if (verb.step == 0) {
      WarmupRedis.answered(verb, keys.get(0), command.warmupAnswer() != null);
      return;
    }
    List<Boolean> there = there(command);
    // In a transaction there is one more: that it is queued.
    int first = there.size() - keys.size();
    for (int i = 0; i < keys.size(); i++) {
      WarmupRedis.answered(verb, keys.get(i), there.get(first + i));
    }
  }

  private static List<Boolean> there(WarmupCommand command) {
    Object output = command.warmupOutput();
    List<Boolean> elements =
        output instanceof WarmupCommand.Elements
            ? ((WarmupCommand.Elements) output).warmupElements()
            : null;
    if (elements != null) {
      return elements;
    }
    List<Boolean> there = new ArrayList<>();
    for (Object each : (List<?>) command.warmupAnswer()) {
      there.add(each != null);
    }
    return there;
  }

  private static List<byte[]> keys(WarmupCommand command) {
    List<byte[]> keys = new ArrayList<>();
    for (Object argument : command.warmupArguments()) {
      if (argument instanceof WarmupCommand.Key) {
        ByteBuffer encoded = ((WarmupCommand.Key) argument).warmupKey();
        byte[] key = new byte[encoded.remaining()];
        encoded.get(key);
        keys.add(key);
      }
    }
    return keys;
  }

  /** {@code SET key value … NX …}. */
  private static boolean isIfAbsent(WarmupCommand command) {
    List<?> arguments = command.warmupArguments();
    for (Object option : arguments.subList(2, arguments.size())) {
      if (option.toString().equalsIgnoreCase("NX")) {
        return true;
      }
    }
    return false;
  }
}
