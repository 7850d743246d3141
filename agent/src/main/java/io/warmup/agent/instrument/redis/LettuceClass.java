package io.warmup.agent.instrument.redis;

import io.warmup.agent.bridge.WarmupCommand;
import io.warmup.agent.bridge.WarmupLettuce;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * One of Lettuce's classes: it is given an interface of the bridge's, and calls at some of its
 * methods. No branch is added, so no stack map frame changes.
 */
abstract class LettuceClass extends ClassVisitor {

  static final String LETTUCE = "io/lettuce/core/";
  static final String COMMAND = LETTUCE + "protocol/Command";
  static final String FUTURE = LETTUCE + "protocol/AsyncCommand";
  static final String KEY = LETTUCE + "protocol/CommandArgs$KeyArgument";
  static final String LIST_OUTPUT = LETTUCE + "output/KeyValueListOutput";
  static final String STREAMING_OUTPUT = LETTUCE + "output/KeyValueStreamingOutput";

  static final String OBJECT = "Ljava/lang/Object;";
  static final String LIST = "Ljava/util/List;";
  static final String BUFFER = "Ljava/nio/ByteBuffer;";

  private final String self;
  private final @Nullable String given;
  private final Set<String> missing = new TreeSet<>();

  /**
   * @param self the class, with slashes
   * @param given the interface; null: none
   * @param needed fields ({@code field key Ljava/lang/Object;}) and methods ({@code method
   *     complete()V})
   */
  LettuceClass(ClassVisitor next, String self, @Nullable Class<?> given, String... needed) {
    super(Opcodes.ASM9, next);
    this.self = self;
    this.given = given == null ? null : Type.getInternalName(given);
    this.missing.addAll(Set.of(needed));
  }

  static LettuceClass of(String internalName, ClassVisitor next) {
    return switch (internalName) {
      case COMMAND -> new LettuceCommand(next);
      case FUTURE -> new LettuceFuture(next);
      case KEY -> new LettuceKey(next);
      default -> new LettuceOutput(next, internalName);
    };
  }

  /** What was looked for and is not there, once the class is read. */
  final Set<String> missing() {
    return missing;
  }

  /** Puts a call into one of the methods that are needed. */
  abstract MethodVisitor site(String method, MethodVisitor next);

  /** Adds the interface's methods. */
  abstract void give();

  @Override
  public final void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      String superName,
      String[] interfaces) {
    String[] more = interfaces;
    if (given != null) {
      more = Arrays.copyOf(interfaces, interfaces.length + 1);
      more[interfaces.length] = given;
    }
    super.visit(version, access, name, signature, superName, more);
  }

  @Override
  public final FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    missing.remove("field " + name + " " + descriptor);
    return super.visitField(access, name, descriptor, signature, value);
  }

  @Override
  public final MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] thrown) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
    return missing.remove("method " + name + descriptor) ? site(name + descriptor, next) : next;
  }

  @Override
  public final void visitEnd() {
    give();
    super.visitEnd();
  }

  final void addField(String name, String descriptor) {
    int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;
    super.visitField(access, name, descriptor, null, null).visitEnd();
  }

  /** Adds a method whose code follows, up to {@link #end}; {@code this} is on the stack. */
  final MethodVisitor begin(String name, String descriptor) {
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC;
    MethodVisitor code = super.visitMethod(access, name, descriptor, null, null);
    code.visitCode();
    code.visitVarInsn(Opcodes.ALOAD, 0);
    return code;
  }

  static void end(MethodVisitor code, int returning) {
    code.visitInsn(returning);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  final void getField(MethodVisitor code, String name, String descriptor) {
    code.visitFieldInsn(Opcodes.GETFIELD, self, name, descriptor);
  }

  final void putField(MethodVisitor code, String name, String descriptor) {
    code.visitFieldInsn(Opcodes.PUTFIELD, self, name, descriptor);
  }

  static void call(MethodVisitor code, String site, String descriptor) {
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, Type.getInternalName(WarmupLettuce.class), site, descriptor, false);
  }

  /** Calls where a method begins. */
  abstract static class AtEntry extends MethodVisitor {

    AtEntry(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    abstract void enter();

    @Override
    public final void visitCode() {
      super.visitCode();
      enter();
    }
  }

  /** A key among a command's arguments. */
  private static final class LettuceKey extends LettuceClass {

    private static final String CODEC = LETTUCE + "codec/RedisCodec";

    LettuceKey(ClassVisitor next) {
      super(
          next, KEY, WarmupCommand.Key.class, "field key " + OBJECT, "field codec L" + CODEC + ";");
    }

    @Override
    MethodVisitor site(String method, MethodVisitor next) {
      return next;
    }

    @Override
    void give() {
      MethodVisitor code = begin("warmupKey", "()" + BUFFER);
      getField(code, "codec", "L" + CODEC + ";");
      code.visitVarInsn(Opcodes.ALOAD, 0);
      getField(code, "key", OBJECT);
      code.visitMethodInsn(
          Opcodes.INVOKEINTERFACE, CODEC, "encodeKey", "(" + OBJECT + ")" + BUFFER, true);
      end(code, Opcodes.ARETURN);
    }
  }
}
