package io.warmup.agent.instrument;

import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Rewrites some methods of a class; all else of it is copied as it is. */
public final class MethodRewriter extends ClassVisitor {

  /** Chooses the methods, and what is done to them. */
  public interface Choice {

    /**
     * What a method's code goes through on its way into the new class.
     *
     * @param next leads there; given back, it copies the method
     */
    MethodVisitor through(Method method, MethodVisitor next);
  }

  /** A method, as its class file declares it. */
  public record Method(int access, String name, String descriptor) {

    /** Whether it has one of these flags. */
    public boolean hasAny(int flags) {
      return (access & flags) != 0;
    }

    /** Its name and what it takes and returns. */
    public String signature() {
      return name + descriptor;
    }
  }

  private final Choice choice;
  private boolean chosen;

  private MethodRewriter(ClassVisitor next, Choice choice) {
    super(Opcodes.ASM9, next);
    this.choice = choice;
  }

  /** The class's new bytes; null if no method was chosen. */
  public static byte @Nullable [] rewritten(byte[] original, Choice choice) {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    MethodRewriter rewriter = new MethodRewriter(writer, choice);
    reader.accept(rewriter, 0);
    return rewriter.chosen ? writer.toByteArray() : null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] thrown) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
    MethodVisitor through = choice.through(new Method(access, name, descriptor), next);
    chosen |= through != next;
    return through;
  }
}
