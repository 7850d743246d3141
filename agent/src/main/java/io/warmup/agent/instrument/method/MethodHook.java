package io.warmup.agent.instrument.method;

import io.warmup.agent.instrument.ClassHook;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Tells the bridge when one method is entered, or left without an exception: one call, with {@code
 * this} and the arguments.
 *
 * <p>The call is put at the entry, or before each return; it adds no branch, so no stack map frame
 * changes.
 *
 * @param className the declaring class, with dots
 * @param method the method's name; every overload of it is hooked unless a descriptor is given
 * @param descriptor null: any
 * @param when at which end of the method
 * @param point the name the bridge is told
 * @param consequence what the agent cannot do if the method is not there
 */
public record MethodHook(
    String className,
    String method,
    @Nullable String descriptor,
    When when,
    String point,
    String consequence)
    implements ClassHook {

  /** Flags of methods that have no body, or that a compiler has made to call another. */
  static final int NOT_HOOKED =
      Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE | Opcodes.ACC_SYNTHETIC;

  /** What the bridge's method takes. */
  static final String REACHED = "(Ljava/lang/String;Ljava/lang/Object;[Ljava/lang/Object;)V";

  /** At which end of the method. */
  public enum When {
    ENTRY,
    EXIT
  }

  @Override
  public Set<String> targets() {
    return Set.of(className.replace('.', '/'));
  }

  @Override
  public byte @Nullable [] rewrite(Target target, byte[] original, Missing missing) {
    byte[] rewritten = rewritten(original);
    if (rewritten == null) {
      missing.report(target, "method " + method, consequence);
    }
    return rewritten;
  }

  private byte @Nullable [] rewritten(byte[] original) {
    if (when == When.ENTRY) {
      try {
        return EntryCall.put(original, this);
      } catch (UnsupportedOperationException e) {
        // Then it is for the bytecode library.
      }
    }
    return BridgeCalls.put(original, this);
  }
}
