package io.warmup.agent.instrument.caffeine;

import io.warmup.agent.recorder.BuildSite;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds who builds a cache by walking the stack: the first frame outside the cache library. */
public final class BuildSites implements BuildSite.Finder {

  private static final BuildSite UNKNOWN = () -> "cache";

  /** Frames looked at: constructors and their helpers. */
  private static final int DEEP = 16;

  private final StackWalker walker =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private final String library;
  private final Map<Key, BuildSite> known = new ConcurrentHashMap<>();
  private final Map<Key, BuildSite> used = new ConcurrentHashMap<>();

  /** For Caffeine itself. */
  public BuildSites() {
    library = CaffeineHook.PREFIX.replace('/', '.');
  }

  @Override
  public BuildSite here() {
    List<StackWalker.StackFrame> callers = callers();
    if (callers.isEmpty()) {
      return UNKNOWN;
    }
    BuildSite site = known.computeIfAbsent(Key.of(callers.get(0)), first -> built(callers.get(0)));
    return ConstructedObject.isProxy(callers) ? new OfProxy(site) : site;
  }

  @Override
  public BuildSite using() {
    List<StackWalker.StackFrame> callers = callers();
    return callers.isEmpty()
        ? UNKNOWN
        : used.computeIfAbsent(
            Key.of(callers.get(0)),
            first -> new Used(CodeLocation.of(callers.get(0)).usedName(library.replace('.', '/'))));
  }

  private List<StackWalker.StackFrame> callers() {
    return walker.walk(
        frames ->
            frames
                .dropWhile(frame -> !frame.getClassName().startsWith(library))
                .dropWhile(frame -> frame.getClassName().startsWith(library))
                .limit(DEEP)
                .toList());
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
