package io.warmup.agent.instrument.caffeine;

import io.warmup.agent.recorder.BuildSite;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds who builds a cache by walking the stack: the first frame outside the cache library. */
public final class BuildSites implements BuildSite.Finder {

  private static final BuildSite UNKNOWN = () -> "cache";

  private final StackWalker walker =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private final List<String> libraries;
  private final Map<Key, BuildSite> known = new ConcurrentHashMap<>();

  /** For Caffeine and Guava themselves. */
  public BuildSites() {
    libraries = List.of(CaffeineHook.PREFIX.replace('/', '.'), "com.google.common.cache.");
  }

  @Override
  public BuildSite here() {
    return walker.walk(
        frames ->
            frames
                .dropWhile(frame -> !isLibrary(frame))
                .dropWhile(this::isLibrary)
                .findFirst()
                .map(this::site)
                .orElse(UNKNOWN));
  }

  private boolean isLibrary(StackWalker.StackFrame frame) {
    return libraries.stream().anyMatch(frame.getClassName()::startsWith);
  }

  private BuildSite site(StackWalker.StackFrame frame) {
    Key key = new Key(frame.getClassName(), frame.getMethodName(), frame.getByteCodeIndex());
    return known.computeIfAbsent(key, first -> new CodeLocation(frame));
  }

  /** Two loaders' copies of a class are one site: their caches are numbered. */
  private record Key(String className, String method, int offset) {}
}
