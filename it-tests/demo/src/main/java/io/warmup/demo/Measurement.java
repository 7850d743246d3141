package io.warmup.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One shop, from its start to its last answer.
 *
 * @param name what the shop is called in the output
 * @param startUp from the command that starts the JVM to the first "ready"
 * @param queriesBefore database queries made before the first visitor came
 * @param latencies of all requests, in the order in which they were due
 * @param failed requests not answered with 200
 * @param samples one a second, oldest first, and a last one after the last answer
 */
record Measurement(
    String name,
    Duration startUp,
    long queriesBefore,
    Latencies latencies,
    int failed,
    List<Sample> samples) {

  /** Share of the requests of the first seconds that needed no query, 0..1. */
  double fromMemoryInFirst(int seconds) {
    return samples.stream()
        .filter(sample -> sample.seconds() >= seconds)
        .findFirst()
        .orElse(end())
        .fromMemorySince(Sample.START);
  }

  /** The same for the whole of the traffic. */
  double fromMemory() {
    return end().fromMemorySince(Sample.START);
  }

  /** The same for each second by itself. */
  DoubleStream fromMemoryBySecond() {
    List<Sample> times = new ArrayList<>(List.of(Sample.START));
    times.addAll(samples);
    return IntStream.range(1, times.size())
        .filter(i -> times.get(i).seconds() - times.get(i - 1).seconds() > 0.5)
        .mapToDouble(i -> times.get(i).fromMemorySince(times.get(i - 1)));
  }

  long queriesForVisitors() {
    return end().queries();
  }

  private Sample end() {
    return samples.get(samples.size() - 1);
  }
}
