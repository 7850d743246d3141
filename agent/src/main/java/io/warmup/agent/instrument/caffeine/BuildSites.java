package io.warmup.agent.instrument.caffeine;

import io.warmup.agent.bridge.WarmupStack;
import io.warmup.agent.recorder.BuildSite;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Finds who builds a cache by walking the stack: the first frame outside the cache library. Where
 * that one only passes the cache on, as a factory method does, the caller whose field it ends in
 * tells more: it tells the caches of one factory apart, at each start alike. Those that end in no
 * field of their own are told apart by the argument that carries a name.
 */
public final class BuildSites implements BuildSite.Finder {

  private static final BuildSite UNKNOWN = () -> "cache";

  /** How the names of the libraries' own methods begin that make a cache. */
  private static final String BUILD = "build";

  /** Cache libraries that keep their entries in a Caffeine cache, below the gets that count. */
  private static final List<String> OWNERS =
      List.of("com.github.benmanes.caffeine.jcache.", "org.infinispan.container.");

  /** Frames looked at: constructors and their helpers, and what reflection has in between. */
  private static final int DEEP = 24;

  private final StackWalker walker =
      WarmupStack.walker(
          Set.of(
              StackWalker.Option.RETAIN_CLASS_REFERENCE, StackWalker.Option.SHOW_REFLECT_FRAMES));
  private final List<String> libraries =
      new CopyOnWriteArrayList<>(
          List.of(
              CaffeineHook.PREFIX.replace('/', '.'), "com.google.common.cache.", "org.ehcache."));
  private final Map<String, CodeLocation> known = new ConcurrentHashMap<>();
  private final Map<String, BuildSite> used = new ConcurrentHashMap<>();

  /** For Caffeine, Guava and Ehcache themselves, and for the copies added. */
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
    List<StackWalker.StackFrame> frames = frames();
    List<StackWalker.StackFrame> callers = callers(frames);
    if (callers.isEmpty()) {
      return new BuildSite.Builder(UNKNOWN, null);
    }
    String builder = callers.get(0).getClassName();
    if (startsWithAny(builder, OWNERS)) {
      return null;
    }
    int naming = naming(callers);
    BuildSite site = location(callers, naming);
    boolean proxy = ConstructedObject.isProxy(callers);
    return new BuildSite.Builder(
        proxy ? new OfProxy(site) : site,
        callers.get(naming).getDeclaringClass().getClassLoader(),
        owner(callers, naming),
        proxy ? null : NamingArgument.of(frames));
  }

  /** Where the object is made whose constructor that frame is; null if it is none. */
  private @Nullable BuildSite owner(List<StackWalker.StackFrame> callers, int naming) {
    Class<?> made = null;
    int at = naming;
    while (at < callers.size() && constructs(callers.get(at), made)) {
      made = callers.get(at).getDeclaringClass();
      at++;
    }
    return made == null || at == callers.size() ? null : location(callers, at);
  }

  /** Whether a frame is an object's constructor, or a subclass's that has called it. */
  private static boolean constructs(StackWalker.StackFrame frame, @Nullable Class<?> made) {
    return frame.getMethodName().equals("<init>")
        && (made == null || made.isAssignableFrom(frame.getDeclaringClass()));
  }

  /** Which of the frames the cache is named after. Reads no class file unless a method returns. */
  private int naming(List<StackWalker.StackFrame> callers) {
    int at = 0;
    while (at + 1 < callers.size()
        && !callers.get(at).getDescriptor().endsWith("V")
        && location(callers, at).isPassedOn()) {
      at++;
    }
    return at > 0 && location(callers, at).field() != null ? at : 0;
  }

  private CodeLocation location(List<StackWalker.StackFrame> callers, int at) {
    String called = at == 0 ? BUILD : callers.get(at - 1).getMethodName();
    return known.computeIfAbsent(
        key(callers.get(at)), first -> CodeLocation.of(callers.get(at), called));
  }

  @Override
  public BuildSite using() {
    List<StackWalker.StackFrame> callers = callers(frames());
    return callers.isEmpty()
        ? UNKNOWN
        : used.computeIfAbsent(
            key(callers.get(0)),
            first ->
                new Used(CodeLocation.of(callers.get(0), BUILD).usedName(CaffeineHook.PREFIX)));
  }

  private static List<StackWalker.StackFrame> callers(List<StackWalker.StackFrame> frames) {
    List<StackWalker.StackFrame> callers = new ArrayList<>(frames);
    callers.removeIf(NamingArgument::isReflection);
    return callers;
  }

  private List<StackWalker.StackFrame> frames() {
    return walker.walk(frames -> behindLibrary(frames.iterator()));
  }

  /**
   * The first frames after those of the library. No pipeline: a start would wait for its classes.
   */
  private List<StackWalker.StackFrame> behindLibrary(Iterator<StackWalker.StackFrame> all) {
    List<StackWalker.StackFrame> behind = new ArrayList<>(DEEP);
    boolean inLibrary = false;
    while (all.hasNext() && behind.size() < DEEP) {
      StackWalker.StackFrame frame = all.next();
      boolean library = behind.isEmpty() && startsWithAny(frame.getClassName(), libraries);
      if (inLibrary && !library) {
        behind.add(frame);
      }
      inLibrary |= library;
    }
    return behind;
  }

  private static boolean startsWithAny(String name, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
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
  private static String key(StackWalker.StackFrame frame) {
    return frame.getClassName() + '.' + frame.getMethodName() + ':' + frame.getByteCodeIndex();
  }
}
