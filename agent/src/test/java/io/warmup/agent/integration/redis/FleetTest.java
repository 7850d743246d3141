package io.warmup.agent.integration.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.integration.libraries.RedisServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.UnifiedJedis;

/** Four JVMs that share a cache in Redis warm it once between them. */
@Timeout(120)
class FleetTest {

  private static final int KEYS = 6_000;

  @Test
  void eachKeyIsLoadedByOneInstance() throws Exception {
    try (RedisServer server = RedisServer.startOwn();
        UnifiedJedis redis = FleetInstance.client(server.uri())) {
      List<Process> instances = start(server, 4);

      long warmed = 0;
      for (Process instance : instances) {
        String end = end(instance);
        assertThat(end).startsWith("DONE ");
        warmed += Long.parseLong(end.split(" ")[1]);
      }
      assertThat(warmed).isEqualTo(KEYS);
      assertThat(loads(redis)).as("by instance").hasSize(4);
      assertThat(sum(loads(redis))).isEqualTo(KEYS);
      nothingIsMissing(redis);

      assertThat(end(start(server, 1).get(0)))
          .as("one that starts a little later")
          .isEqualTo("DONE 0 fleet: 0 of 12 segments warmed here, the others by other instances");
    }
  }

  @Test
  void whatAnInstanceHeldThatWasKilledIsTakenOver() throws Exception {
    try (RedisServer server = RedisServer.startOwn();
        UnifiedJedis redis = FleetInstance.client(server.uri())) {
      List<Process> instances = start(server, 4);
      while (!loads(redis).containsKey("instance 0")) {
        Thread.onSpinWait();
      }
      instances.get(0).destroyForcibly().waitFor();

      for (Process instance : instances.subList(1, 4)) {
        assertThat(end(instance)).startsWith("DONE ");
      }
      nothingIsMissing(redis);
      assertThat(sum(loads(redis))).isBetween((long) KEYS, (long) (KEYS * 1.05));
    }
  }

  private static void nothingIsMissing(UnifiedJedis redis) {
    assertThat(LongStream.range(0, KEYS).filter(id -> !redis.exists("product:" + id))).isEmpty();
  }

  private static Map<String, String> loads(UnifiedJedis redis) {
    return redis.hgetAll(FleetInstance.LOADS);
  }

  private static long sum(Map<String, String> loads) {
    return loads.values().stream().mapToLong(Long::parseLong).sum();
  }

  private static List<Process> start(RedisServer server, int instances) throws IOException {
    List<Process> started = new ArrayList<>();
    for (int i = 0; i < instances; i++) {
      started.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  FleetInstance.class.getName(),
                  server.uri().toString(),
                  Integer.toString(KEYS),
                  "instance " + i)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start());
    }
    return started;
  }

  private static String end(Process instance) throws Exception {
    String output = new String(instance.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(instance.waitFor()).isZero();
    return output.strip().lines().reduce((a, b) -> b).orElse("");
  }
}
