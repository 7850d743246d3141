package io.warmup.agent.instrument.caffeine;

import io.warmup.agent.recorder.BuildSite;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * A place in a method where a call brings a cache, named after the field that the cache ends in.
 */
final class CodeLocation implements BuildSite {

  private final WeakReference<Class<?>> declaring;
  private final String className;
  private final String method;
  private final String descriptor;
  private final int offset;
  private final int line;
  private final String called;
  private volatile @Nullable String name;
  private volatile @Nullable Destination destination;

  private CodeLocation(StackWalker.StackFrame frame, String called) {
    this.called = called;
    this.declaring = new WeakReference<>(frame.getDeclaringClass());
    this.className = frame.getClassName();
    this.method = frame.getMethodName();
    this.descriptor = frame.getDescriptor();
    this.offset = frame.getByteCodeIndex();
    this.line = frame.getLineNumber();
  }

  /**
   * @param called what the name of the method begins with that is called there
   */
  static CodeLocation of(StackWalker.StackFrame frame, String called) {
    return new CodeLocation(frame, called);
  }

  /** Whether the cache is no more than passed on to whoever calls the method. */
  boolean isPassedOn() {
    return destination().returned;
  }

  /** Where the cache goes. */
  private record Destination(@Nullable String field, boolean returned) {}

  private Destination destination() {
    Destination known = destination;
    if (known == null) {
      OneMethod code = code();
      int call = code == null ? -1 : BuildCall.offset(code, called, offset, line);
      known =
          code == null || call < 0
              ? new Destination(null, false)
              : new Destination(
                  AssignedField.after(code, call), AssignedField.isReturned(code, call));
      destination = known;
    }
    return known;
  }

  /** Named after the field that the cache is read from there; else after the line. */
  String usedName(String library) {
    OneMethod code = code();
    String field = code == null ? null : ReadField.before(code, offset, library);
    return field == null ? atLine(method) : field;
  }

  @Override
  public String name() {
    String known = name;
    if (known == null) {
      known = find();
      name = known;
    }
    return known;
  }

  @Override
  public @Nullable String field() {
    String field = destination().field;
    return field == null ? null : simpleName(className) + "." + field;
  }

  /** {@code Caches.get(prices):23}, for one that a lambda builds too. */
  @Override
  public String named(String argument) {
    if (field() != null || returnsIt()) {
      return BuildSite.super.named(argument);
    }
    String called = method.replaceAll("[<>]|^lambda\\$|\\$[0-9]+$", "");
    return simpleName(className) + "." + called + "(" + argument + "):" + line;
  }

  private String find() {
    String field = field();
    if (field != null) {
      return field;
    }
    return returnsIt()
        ? simpleName(className) + "." + method
        : atLine(method.replaceAll("[<>]", ""));
  }

  /** Whether the method is one that somebody has named and that returns the cache. */
  private boolean returnsIt() {
    return !method.startsWith("<") && !method.startsWith("lambda$") && destination().returned;
  }

  private String atLine(String place) {
    return simpleName(className) + "." + place + "(" + line + ")";
  }

  /** Null where the class file is not to be had. */
  private @Nullable OneMethod code() {
    Class<?> loaded = declaring.get();
    if (loaded == null) {
      return null;
    }
    String file = className.substring(className.lastIndexOf('.') + 1) + ".class";
    try (InputStream in = loaded.getResourceAsStream(file)) {
      return in == null ? null : new OneMethod(in.readAllBytes(), method, descriptor);
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** Without package, generated proxy parts and outer classes' names kept apart by a dot. */
  static String simpleName(String className) {
    String simple = className.substring(className.lastIndexOf('.') + 1);
    int generated = simple.indexOf("$$");
    return (generated > 0 ? simple.substring(0, generated) : simple).replace('$', '.');
  }
}
