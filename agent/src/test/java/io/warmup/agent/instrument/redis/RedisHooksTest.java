package io.warmup.agent.instrument.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.instrument.ClassHook;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What they do to the clients' classes is seen where those are used; this is what they leave. */
class RedisHooksTest {

  private final List<String> reports = new ArrayList<>();

  @Test
  void whereNoCacheIsListedTheClassesStayAsTheyAre() throws IOException {
    for (ClassHook hook : RedisHooks.all(() -> false)) {
      for (String target : hook.targets()) {
        assertThat(rewritten(hook, target, target, false)).isNull();
      }
    }
    assertThat(reports).isEmpty();
  }

  @Test
  void whatAVersionDoesNotHaveIsSaidAndItsClassLeftAlone() throws IOException {
    for (ClassHook hook : RedisHooks.all(() -> true)) {
      for (String target : hook.targets()) {
        assertThat(rewritten(hook, target, target, false)).isNotNull();
        assertThat(reports).isEmpty();
        assertThat(rewritten(hook, target, "java/util/Optional", false)).isNull();
        assertThat(reports).as(target).isNotEmpty().allMatch(it -> it.contains("not recorded"));
        reports.clear();
      }
    }
  }

  @Test
  void ofAnApplicationThatRunsAlreadyJedisIsRecordedAndLettuceIsSaidNotToBe() throws IOException {
    ClassHook jedis = RedisHooks.all(() -> true).get(0);
    String connection = jedis.targets().iterator().next();
    assertThat(rewritten(jedis, connection, connection, true)).isNotNull();
    assertThat(reports).isEmpty();

    ClassHook lettuce = RedisHooks.all(() -> true).get(1);
    for (String target : lettuce.targets()) {
      assertThat(rewritten(lettuce, target, target, true)).isNull();
    }
    assertThat(reports)
        .containsExactly(
            "room for calls, being loaded before the agent came: gets of redis-caches through"
                + " Lettuce are not recorded");
  }

  private byte[] rewritten(ClassHook hook, String target, String bytesOf, boolean loaded)
      throws IOException {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(bytesOf + ".class")) {
      return hook.rewrite(
          new ClassHook.Target(target, getClass().getClassLoader(), loaded),
          in.readAllBytes(),
          (at, what, consequence) -> reports.add(what + ": " + consequence));
    }
  }
}
