package io.warmup.agent.instrument.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.instrument.ClassHook;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What they do to the clients' classes is seen where those are used; this is what they leave. */
class RedisHookTest {

  private final List<String> reports = new ArrayList<>();

  @Test
  void whereNoCacheIsListedTheClassesStayAsTheyAre() throws IOException {
    RedisHook hook = new RedisHook(() -> false);
    for (String target : hook.targets()) {
      assertThat(rewritten(hook, target, target, false)).isNull();
    }
    assertThat(reports).isEmpty();
  }

  @Test
  void whatAVersionDoesNotHaveIsSaidAndItsClassLeftAlone() throws IOException {
    RedisHook hook = new RedisHook(() -> true);
    for (String target : hook.targets()) {
      assertThat(rewritten(hook, target, target, false)).isNotNull();
      assertThat(reports).isEmpty();
      assertThat(rewritten(hook, target, "java/util/Optional", false)).isNull();
      assertThat(reports).as(target).isNotEmpty().allMatch(it -> it.contains("not recorded"));
      reports.clear();
    }
  }

  @Test
  void ofAnApplicationThatRunsAlreadyJedisIsRecordedAndLettuceIsSaidNotToBe() throws IOException {
    RedisHook hook = new RedisHook(() -> true);
    for (String target : hook.targets()) {
      boolean jedis = target.equals(JedisHook.CONNECTION);
      assertThat(rewritten(hook, target, target, true) != null).as(target).isEqualTo(jedis);
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
