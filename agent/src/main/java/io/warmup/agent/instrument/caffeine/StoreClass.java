package io.warmup.agent.instrument.caffeine;

import static io.warmup.agent.instrument.caffeine.CaffeineNames.GETS;
import static io.warmup.agent.instrument.caffeine.CaffeineNames.GETS_FIELD;
import static io.warmup.agent.instrument.caffeine.CaffeineNames.SLOTS_FIELD;
import static io.warmup.agent.instrument.caffeine.CaffeineNames.STORE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** A store: one field more, the methods of {@code WarmupStore}, and the calls beside its own. */
final class StoreClass extends ClassVisitor {

  private final CaffeineNames names;
  private final boolean bounded;
  private final boolean loaded;
  private final Consumer<String> missing;
  private final Map<String, String> fields = new HashMap<>();
  private final Map<String, String> methods = new HashMap<>();
  private final Set<String> sites = new LinkedHashSet<>();
  private boolean complete;

  /**
   * @param loaded the class is loaded already: calls can be inserted, but nothing added
   */
  StoreClass(
      ClassVisitor next,
      CaffeineNames names,
      boolean bounded,
      boolean loaded,
      Consumer<String> missing) {
    super(Opcodes.ASM9, next);
    this.names = names;
    this.bounded = bounded;
    this.loaded = loaded;
    this.missing = missing;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      String superName,
      String[] interfaces) {
    if (loaded) {
      super.visit(version, access, name, signature, superName, interfaces);
      return;
    }
    String[] more = Arrays.copyOf(interfaces, interfaces.length + 1);
    more[interfaces.length] = STORE;
    super.visit(version, access, name, signature, superName, more);
  }

  @Override
  public FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    fields.put(name, descriptor);
    return super.visitField(access, name, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] thrown) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, thrown);
    if ((access & (Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT)) != 0) {
      return next;
    }
    // Of overloads the one with most parameters does the work, the others call it.
    methods.merge(name, descriptor, (one, other) -> one.length() > other.length() ? one : other);
    StoreSites code = new StoreSites(next, names, bounded, loaded, name, descriptor, sites::add);
    return name.startsWith("lambda$") ? code : new StoreWrites(code, bounded, name, descriptor);
  }

  @Override
  public void visitEnd() {
    List<String> lacking = lacking();
    lacking.forEach(missing);
    complete = lacking.isEmpty();
    if (complete && !loaded) {
      int access = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_TRANSIENT;
      super.visitField(access, GETS_FIELD, "L" + GETS + ";", null, null).visitEnd();
      super.visitField(access, SLOTS_FIELD, "[J", null, null).visitEnd();
      new StoreMethods(cv, names, bounded, fields, methods).add();
    }
    super.visitEnd();
  }

  /** Whether everything was found; if not, the result must not be used. */
  boolean isComplete() {
    return complete;
  }

  private List<String> lacking() {
    List<String> lacking = new ArrayList<>();
    if (loaded) {
      return lacking;
    }
    for (String site : StoreSites.expected(bounded)) {
      if (!sites.contains(site)) {
        lacking.add(site);
      }
    }
    for (String field : bounded ? List.of("data", "nodeFactory") : List.of("data")) {
      if (!fields.containsKey(field)) {
        lacking.add("field " + field);
      }
    }
    for (String method :
        bounded ? List.of("compute", "hasExpired", "expirationTicker") : List.of("compute")) {
      if (!methods.containsKey(method)) {
        lacking.add("method " + method);
      }
    }
    return lacking;
  }
}
