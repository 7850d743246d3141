package io.warmup.benchmarks.getpath.copies;

import io.warmup.agent.instrument.HookTransformer;
import io.warmup.agent.instrument.caffeine.CaffeineHook;
import io.warmup.agent.log.Log;
import io.warmup.benchmarks.getpath.Cell;
import io.warmup.benchmarks.getpath.RecordedCache;
import io.warmup.benchmarks.getpath.Trace;
import io.warmup.benchmarks.getpath.copies.Crew.Slice;
import java.lang.instrument.ClassFileTransformer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One JVM's part of {@link CopiesTable}: measures a cell with some copies of each way, slice by
 * slice in random order, and prints a line a copy: way, nanoseconds, bytes.
 */
final class Copies {

  private static final int REPLICAS = 3;
  private static final int WARM_UP = 3;
  private static final int SLICES = 15;

  private final List<Copy> copies = new ArrayList<>();
  private final Random random = new Random(System.nanoTime());

  private Copies() {}

  /** Arguments: a {@link Cell}'s parts, then the ways. */
  public static void main(String[] arguments) throws Exception {
    Cell cell = new Cell(arguments[0], arguments[1], arguments[2], arguments[3], arguments[4]);
    Copies copies = new Copies();
    copies.make(cell, List.of(arguments).subList(5, arguments.length));
    try (Crew crew = new Crew(traces(cell), cell.kind().equals("virtual"))) {
      copies.measure(crew, Integer.parseInt(cell.entries()) > 1_000 ? 1 << 18 : 1 << 17);
    }
    copies.copies.forEach(copy -> System.out.println("measured," + copy.line()));
  }

  private static List<Long[]> traces(Cell cell) {
    int entries = Integer.parseInt(cell.entries());
    int hits = Integer.parseInt(cell.hits());
    return IntStream.rangeClosed(1, Integer.parseInt(cell.threads()))
        .mapToObj(seed -> Trace.of(entries, hits, seed))
        .toList();
  }

  private void make(Cell cell, List<String> ways) throws ReflectiveOperationException {
    ClassFileTransformer hooks = new HookTransformer(any -> List.of(new CaffeineHook()), new Log());
    int entries = Integer.parseInt(cell.entries());
    for (int i = 0; i < REPLICAS; i++) {
      for (String way : ways) {
        boolean hooked = way.equals("idle") || way.equals("recorded");
        Gets gets =
            new CopyLoader(hooked ? hooks : null).gets(way, entries, cell.method().equals("get"));
        RecordedCache recorded =
            way.equals("recorded") ? RecordedCache.open(gets.store(), entries) : null;
        copies.add(new Copy(way, gets, recorded, new ArrayList<>()));
      }
    }
  }

  private void measure(Crew crew, int gets) throws Exception {
    for (int slice = -WARM_UP; slice < SLICES; slice++) {
      Collections.shuffle(copies, random);
      for (Copy copy : copies) {
        crew.run(copy.gets, gets >> 4); // Brings the copy's entries close again.
        Slice taken = crew.run(copy.gets, gets);
        if (slice >= 0) {
          copy.slices.add(taken);
        }
      }
    }
    for (Copy copy : copies) {
      if (copy.recorded != null) {
        copy.recorded.check((long) (WARM_UP + SLICES) * ((gets >> 4) + gets) * crew.size());
      }
    }
  }

  private record Copy(String way, Gets gets, @Nullable RecordedCache recorded, List<Slice> slices) {

    String line() {
      return String.join(
          ",",
          way,
          Double.toString(slices.stream().mapToDouble(Slice::nanos).sorted().toArray()[SLICES / 2]),
          Double.toString(
              slices.stream().mapToDouble(Slice::bytes).sorted().toArray()[SLICES / 2]));
    }
  }
}
