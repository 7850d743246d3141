package io.warmup.benchmarks.off;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * How long a JVM takes from its start to its end: without an agent, with one that does nothing at
 * all (which is what the JVM itself takes for {@code -javaagent}), and with this one switched off.
 * One after the other in turn, medians over all turns.
 *
 * <p>Arguments: the agent's jar, and how many turns (40).
 */
public final class SwitchedOffTable {

  private SwitchedOffTable() {}

  /** Prints the table. */
  public static void main(String[] arguments) throws Exception {
    Path agent = Path.of(arguments[0]);
    int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
    Path empty = Files.createTempFile("empty", ".jar");
    try {
      pack(empty);
      Map<String, List<String>> kinds = new LinkedHashMap<>();
      kinds.put("no agent", List.of());
      kinds.put("empty agent", List.of("-javaagent:" + empty));
      kinds.put(
          "warmup.enabled=false", List.of("-javaagent:" + agent, "-Dwarmup.enabled=false"));
      print(measure(kinds, empty, turns), turns);
    } finally {
      Files.delete(empty);
    }
  }

  private static Map<String, long[]> measure(
      Map<String, List<String>> kinds, Path classPath, int turns) throws Exception {
    Map<String, long[]> nanos = new LinkedHashMap<>();
    kinds.keySet().forEach(kind -> nanos.put(kind, new long[turns]));
    for (int turn = -3; turn < turns; turn++) {
      for (Map.Entry<String, List<String>> kind : kinds.entrySet()) {
        long took = run(kind.getValue(), classPath);
        if (turn >= 0) {
          nanos.get(kind.getKey())[turn] = took;
        }
      }
    }
    return nanos;
  }

  private static long run(List<String> options, Path classPath) throws Exception {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath.toString(), NoAgent.class.getName()));
    long begun = System.nanoTime();
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    long took = System.nanoTime() - begun;
    if (exit != 0) {
      throw new IllegalStateException(command + " ended with " + exit);
    }
    return took;
  }

  private static void print(Map<String, long[]> nanos, int turns) {
    double base = median(nanos.get("no agent"));
    System.out.printf("Java %s, medians of %d%n", Runtime.version(), turns);
    nanos.forEach(
        (kind, each) ->
            System.out.printf(
                "%-22s %7.1f ms  %+6.1f ms%n", kind, median(each), median(each) - base));
  }

  private static double median(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2] / 1e6;
  }

  private static void pack(Path file) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", NoAgent.class.getName());
    String entry = NoAgent.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
        InputStream in = NoAgent.class.getClassLoader().getResourceAsStream(entry)) {
      jar.putNextEntry(new JarEntry(entry));
      in.transferTo(jar);
    }
  }
}
