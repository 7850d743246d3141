package io.warmup.agent.instrument.caffeine;

import io.warmup.agent.recorder.BuildSite;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Finds who builds a cache by walking the stack: the first frame outside the cache library. */
public final class BuildSites implements BuildSite.Finder {

  private static final BuildSite UNKNOWN = () -> "cache";

  /** Cache libraries that keep their entries in a Caffeine cache, below the gets that count. */
  private static final List<String> OWNERS =
      List.of("com.github.benmanes.caffeine.jcache.", "org.infinispan.container.");

  /** Frames looked at: constructors and their helpers. */
  private static final int DEEP = 16;

  private final StackWalker walker =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private final List<String> libraries =
      new CopyOnWriteArrayList<>(
          List.of(CaffeineHook.PREFIX.replace('/', '.'), "com.google.common.cache."));
  private final Map<Key, BuildSite> known = new ConcurrentHashMap<>();
  private final Map<Key, BuildSite> used = new ConcurrentHashMap<>();

  /** For Caffeine and Guava themselves, and for the copies added. */
  public BuildSites() {}

  /**
   * A copy of them is there too, before it builds its first cache.
   *
   * @param carrier its package, with a dot at the end
   */
  public void add(String carrier) {
    libraries.add(carrier);
  }

  @Override
  public BuildSite.@Nullable Builder here() {
    List<StackWalker.StackFrame> callers = callers();
    if (callers.isEmpty()) {
      return new BuildSite.Builder(UNKNOWN, null);
    }
    String builder = callers.get(0).getClassName();
    if (OWNERS.stream().anyMatch(builder::startsWith)) {
      return null;
    }
    BuildSite site = known.computeIfAbsent(Key.of(callers.get(0)), first -> built(callers.get(0)));
    return new BuildSite.Builder(
        ConstructedObject.isProxy(callers) ? new OfProxy(site) : site,
        callers.get(0).getDeclaringClass().getClassLoader());
  }

  @Override
  public BuildSite using() {
    List<StackWalker.StackFrame> callers = callers();
    return callers.isEmpty()
        ? UNKNOWN
        : used.computeIfAbsent(
            Key.of(callers.get(0)),
            first -> new Used(CodeLocation.of(callers.get(0)).usedName(CaffeineHook.PREFIX)));
  }

  private List<StackWalker.StackFrame> callers() {
    return walker.walk(
        frames ->
            frames
                .dropWhile(frame -> !isLibrary(frame))
                .dropWhile(this::isLibrary)
                .limit(DEEP)
                .toList());
  }

  private boolean isLibrary(StackWalker.StackFrame frame) {
    return libraries.stream().anyMatch(frame.getClassName()::startsWith);
  }

  private static BuildSite built(StackWalker.StackFrame frame) {
    return CodeLocation.of(frame);
  }

  /** By its name, since one cache is used in many places. */
  private record Used(String name) implements BuildSite {}

  /**
   * A client proxy runs the constructor of the class it stands for, and with it builds caches that
   * nobody will ever use: they must not take the name from the real ones.
   */
  private record OfProxy(BuildSite real) implements BuildSite {
    @Override
    public String name() {
      return real.name() + " (of a proxy)";
    }
  }

  /** Two loaders' copies of a class are one site: their caches are numbered. */
  private record Key(String className, String method, int offset) {
    static Key of(StackWalker.StackFrame frame) {
      return new Key(frame.getClassName(), frame.getMethodName(), frame.getByteCodeIndex());
    }
  }
}
