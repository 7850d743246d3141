package io.warmup.demo;

import java.time.Duration;
import java.util.List;

/**
 * One shop, from its start to its last answer.
 *
 * @param startUp from the command that starts the JVM to the first "ready"
 * @param queriesBefore database queries made before the first visitor came
 * @param latencies of all requests, in the order in which they were due
 * @param failed requests not answered with 200
 * @param samples one a second, oldest first; the last one after the last answer
 */
record Measurement(
    Duration startUp, long queriesBefore, Latencies latencies, int failed, List<Sample> samples) {

  Sample at(double seconds) {
    return samples.stream().filter(s -> s.seconds() >= seconds).findFirst().orElse(end());
  }

  Sample end() {
    return samples.get(samples.size() - 1);
  }
}
