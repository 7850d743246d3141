package io.warmup.agent.instrument.redis;

import io.warmup.agent.instrument.ClassHook;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassWriter;
import org.jspecify.annotations.Nullable;

/**
 * What every command of Lettuce (6.1 to 7.7) is in the end, asked for through whichever of its
 * interfaces: a {@code Command}, made on the asking thread and complete once. An {@code
 * AsyncCommand} around it tells the application before that. Classes that were loaded before the
 * agent came cannot be given what it takes.
 */
final class LettuceHook {

  private LettuceHook() {}

  /** As {@link ClassHook#rewrite}. */
  static byte @Nullable [] rewrite(
      ClassHook.Target target, byte[] original, ClassHook.Missing missing) {
    String consequence = "gets of redis-caches through Lettuce are not recorded";
    if (target.beingRedefined()) {
      if (target.internalName().equals(LettuceClass.COMMAND)) {
        missing.report(target, "room for calls, being loaded before the agent came", consequence);
      }
      return null;
    }
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    LettuceClass visitor = LettuceClass.of(target.internalName(), writer);
    reader.accept(visitor, 0);
    for (String absent : visitor.missing()) {
      missing.report(target, absent, consequence);
    }
    return visitor.missing().isEmpty() ? writer.toByteArray() : null;
  }
}
