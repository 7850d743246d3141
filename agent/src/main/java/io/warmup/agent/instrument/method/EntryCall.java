package io.warmup.agent.instrument.method;

import org.jspecify.annotations.Nullable;

/**
 * Puts a {@link MethodHook}'s call at the entry of its methods without the bytecode library: most
 * applications have no other hook before they are ready, and loading the library for this one would
 * hold them up by some milliseconds.
 */
final class EntryCall {

  private static final byte[] CODE = ConstantPool.utf8("Code");

  private final ClassBytes file;
  private final ConstantPool pool;
  private final byte[] method;
  private final byte @Nullable [] descriptor;
  private final BridgeCallCode call;

  private EntryCall(byte[] original, MethodHook hook) {
    String wanted = hook.descriptor();
    this.file = new ClassBytes(original);
    this.pool = new ConstantPool(file);
    this.method = ConstantPool.utf8(hook.method());
    this.descriptor = wanted == null ? null : ConstantPool.utf8(wanted);
    this.call = new BridgeCallCode(file, pool, hook.point());
  }

  /**
   * The class's new bytes; null if it has no such method.
   *
   * @throws UnsupportedOperationException if the class holds something that only the library knows
   */
  static byte @Nullable [] put(byte[] original, MethodHook hook) {
    if (hook.method().equals("<init>")) {
      throw new UnsupportedOperationException("this is no object yet");
    }
    EntryCall entry = new EntryCall(original, hook);
    if (!entry.putIntoMethods()) {
      return null;
    }
    entry.pool.insertAdded();
    return entry.file.toArray();
  }

  /** Walks over the class file (JVMS 4.1). */
  private boolean putIntoMethods() {
    boolean any = false;
    int interfaces = pool.end() + 6;
    int fields = interfaces + 2 + 2 * file.u2(interfaces);
    int at = fields + 2;
    for (int i = file.u2(fields); i > 0; i--) {
      at = afterMember(at);
    }
    int methods = file.u2(at);
    at += 2;
    for (int i = methods; i > 0; i--) {
      if (matches(at)) {
        putInto(at);
        any = true;
      }
      at = afterMember(at);
    }
    return any;
  }

  private boolean matches(int member) {
    return (file.u2(member) & MethodHook.NOT_HOOKED) == 0
        && pool.is(file.u2(member + 2), method)
        && (descriptor == null || pool.is(file.u2(member + 4), descriptor));
  }

  private void putInto(int member) {
    byte[] instructions = call.of(file.u2(member), pool.text(file.u2(member + 4)));
    int at = member + 8;
    for (int i = file.u2(member + 6); i > 0; i--) {
      if (pool.is(file.u2(at), CODE)) {
        new MovedCode(file, pool, at, instructions.length)
            .precededBy(instructions, BridgeCallCode.STACK);
        return;
      }
      at = afterAttribute(at);
    }
    throw new UnsupportedOperationException("method without code");
  }

  /** Fields and methods are laid out alike (JVMS 4.5, 4.6). */
  private int afterMember(int member) {
    int at = member + 8;
    for (int i = file.u2(member + 6); i > 0; i--) {
      at = afterAttribute(at);
    }
    return at;
  }

  private int afterAttribute(int attribute) {
    return attribute + 6 + file.u4(attribute + 2);
  }
}
