package io.warmup.agent.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.warmup.agent.cache.Trial;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

/** What a record says it holds is what can be reached from it. */
class HeldBytesTest {

  private static final Integer[] KEYS = keys(6_000);

  /** Bytes that the JDK keeps within a lock or a table, where nobody can ask for their size. */
  private static final long SMALL_CHANGE = 256;

  private final Instrumentation jvm = ByteBuddyAgent.install();

  @Test
  void anEmptyRecord() {
    assertToldIsHeld(path -> {});
  }

  @Test
  void countersOfSoManyThreadsThatTheirSlotsWereOutgrown() {
    ExecutorService threads = Executors.newFixedThreadPool(200);
    try {
      assertToldIsHeld(
          path ->
              IntStream.range(0, 200)
                  .mapToObj(
                      i -> CompletableFuture.runAsync(() -> path.gets().miss(KEYS[i]), threads))
                  .toList()
                  .forEach(CompletableFuture::join));
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void warmedKeysOfAStoreWithoutNodes() {
    assertToldIsHeld(
        path -> {
          for (int i = 0; i < 3_000; i++) {
            path.gets().keyed().warmed(KEYS[i]);
          }
        });
  }

  @Test
  void missesAndIntervals() {
    assertToldIsHeld(
        path -> {
          for (int i = 0; i < 1_000; i++) {
            path.gets().miss(KEYS[i]);
          }
          for (int i = 1; i < 200; i++) {
            path.tick(Duration.ofSeconds(i));
          }
          path.observe("cache", "kind", Instant.EPOCH, Duration.ZERO, null, key -> null);
        });
  }

  @Test
  void keysOnTrial() {
    assertToldIsHeld(
        path -> {
          for (int i = 0; i < 1_000; i++) {
            path.firstTouches().admit(KEYS[i], i % 2 == 0 ? Trial.Arm.WARMED : Trial.Arm.HELD_OUT);
          }
        });
  }

  private void assertToldIsHeld(Consumer<GetPath> use) {
    GetPath path = new GetPath(true);
    use.accept(path);
    AtomicLong told = new AtomicLong();
    path.parts((object, times) -> told.addAndGet(jvm.getObjectSize(object) * times));
    assertThat(told.get()).isCloseTo(reachable(path), within(SMALL_CHANGE));
  }

  /** The sizes of all that can be reached from there, but for keys and threads. */
  private long reachable(Object root) {
    open("java.util", "java.util.concurrent", "java.util.concurrent.atomic");
    open("java.util.concurrent.locks", "java.time");
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> ahead = new ArrayDeque<>(List.of(root));
    long bytes = 0;
    while (!ahead.isEmpty()) {
      Object object = ahead.pop();
      if (seen.add(object)) {
        bytes += jvm.getObjectSize(object);
        references(object)
            .filter(it -> !(it instanceof Integer || it instanceof Thread || it == Duration.ZERO))
            .forEach(ahead::push);
      }
    }
    return bytes;
  }

  private static Stream<Object> references(Object object) {
    if (object instanceof Object[] array) {
      return Stream.of(array).filter(Objects::nonNull);
    }
    return Stream.<Class<?>>iterate(object.getClass(), Objects::nonNull, Class::getSuperclass)
        .flatMap(type -> Stream.of(type.getDeclaredFields()))
        .filter(field -> !field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers()))
        .map(field -> value(field, object))
        .filter(Objects::nonNull);
  }

  private static Object value(Field field, Object object) {
    try {
      field.setAccessible(true);
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private void open(String... packages) {
    Module own = HeldBytesTest.class.getModule();
    Map<String, Set<Module>> opened =
        Stream.of(packages).collect(Collectors.toMap(name -> name, name -> Set.of(own)));
    jvm.redefineModule(Object.class.getModule(), Set.of(), Map.of(), opened, Set.of(), Map.of());
  }

  private static Integer[] keys(int count) {
    Integer[] keys = new Integer[count];
    for (int i = 0; i < count; i++) {
      keys[i] = 1_000_000 + i;
    }
    return keys;
  }
}
