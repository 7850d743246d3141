package io.warmup.agent.instrument;

import io.warmup.agent.log.Log;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands the classes of cache libraries that other libraries carry, in packages of their own, to
 * hooks made for that package, where the operator lists it; all else to the known hooks.
 *
 * <p>A copy may load before the operator's file is read. So the file is waited for, but only by a
 * class that could be one by its name: for all others this is a comparison of strings.
 */
public final class RelocatedCopies implements ClassFileTransformer {

  /** What shading leaves of the packages of Caffeine and Guava. */
  private static final String PACKAGE_END = "/cache/";

  private final HookTransformer known;
  private final Map<String, Function<String, ClassHook>> libraries;
  private final Supplier<List<String>> listed;
  private final Consumer<String> found;
  private final Log log;
  private final Map<String, Optional<HookTransformer>> copies = new ConcurrentHashMap<>();
  private volatile @Nullable Set<String> simpleNames;

  /**
   * @param known for the libraries under their own names, and for all that has no copies
   * @param libraries hooks by the package they are for (with slashes, ending with one), each behind
   *     the simple name of a class that no other library has
   * @param listed beginnings of package names, with dots; asked on the thread that loads a class
   * @param found told of the package of each copy, with dots
   */
  public RelocatedCopies(
      HookTransformer known,
      Map<String, Function<String, ClassHook>> libraries,
      Supplier<List<String>> listed,
      Consumer<String> found,
      Log log) {
    this.known = known;
    this.libraries = libraries;
    this.listed = listed;
    this.found = found;
    this.log = log;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String internalName,
      @Nullable Class<?> classBeingRedefined,
      @Nullable ProtectionDomain domain,
      byte[] original) {
    HookTransformer copy = internalName == null ? null : copyWith(internalName, loader);
    return (copy == null ? known : copy)
        .transform(loader, internalName, classBeingRedefined, domain, original);
  }

  /** Whether a class is one that a hook wants to see. */
  public boolean sees(Class<?> loaded) {
    String internalName = loaded.getName().replace('.', '/');
    return known.sees(internalName) || copyWith(internalName, loaded.getClassLoader()) != null;
  }

  private @Nullable HookTransformer copyWith(String internalName, @Nullable ClassLoader loader) {
    int end = internalName.lastIndexOf('/') + 1;
    int start = end - PACKAGE_END.length();
    if (loader == null
        || !internalName.startsWith(PACKAGE_END, start)
        || !simpleNames().contains(internalName.substring(end))
        || known.sees(internalName)) {
      return null;
    }
    String carrier = internalName.substring(0, end);
    Optional<HookTransformer> copy = copies.get(carrier);
    if (copy == null) {
      copy = found(carrier, carrier.replace('/', '.'), loader);
      copies.putIfAbsent(carrier, copy);
    }
    return copy.orElse(null);
  }

  /** Of the libraries' classes that hooks want to see. */
  private Set<String> simpleNames() {
    Set<String> names = simpleNames;
    if (names == null) {
      names = new HashSet<>();
      for (Function<String, ClassHook> library : libraries.values()) {
        names.addAll(library.apply("").targets());
      }
      simpleNames = names;
    }
    return names;
  }

  private Optional<HookTransformer> found(String carrier, String dotted, ClassLoader loader) {
    try {
      return look(carrier, dotted, loader);
    } catch (RuntimeException | LinkageError e) {
      log.warn("observe.record-prefixes: " + dotted + ": " + e + ": this copy is not recorded");
      return Optional.empty();
    }
  }

  private Optional<HookTransformer> look(String carrier, String dotted, ClassLoader loader) {
    if (listed.get().stream().noneMatch(dotted::startsWith)) {
      return Optional.empty();
    }
    for (Map.Entry<String, Function<String, ClassHook>> library : libraries.entrySet()) {
      byte[] sign = classFile(loader, carrier + library.getKey());
      if (sign != null && OptimisedClass.is(sign)) {
        log.warn(
            "observe.record-prefixes: "
                + dotted
                + library.getKey()
                + " has been optimised by a tool like ProGuard, which leaves no safe place for"
                + " calls: the caches of this copy are not recorded");
      } else if (sign != null) {
        found.accept(dotted);
        List<ClassHook> hooks = List.of(library.getValue().apply(carrier));
        return Optional.of(new HookTransformer(any -> hooks, log));
      }
    }
    return Optional.empty();
  }

  private static byte @Nullable [] classFile(ClassLoader loader, String internalName) {
    try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException unreadable) {
      return null;
    }
  }
}
