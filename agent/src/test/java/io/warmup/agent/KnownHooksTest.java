package io.warmup.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.Sentry;
import io.warmup.agent.instrument.answer.CacheMethods;
import io.warmup.agent.instrument.caffeine.CaffeineHook;
import io.warmup.agent.instrument.guava.GuavaHook;
import io.warmup.agent.instrument.holder.HolderHooks;
import io.warmup.agent.instrument.quarkus.QuarkusCacheHook;
import io.warmup.agent.instrument.quarkus.QuarkusRedisHook;
import io.warmup.agent.instrument.redis.RedisHook;
import io.warmup.agent.lifecycle.HookedMethod;
import io.warmup.agent.lifecycle.ReadinessMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class KnownHooksTest {

  private final Sentry sentry = new Sentry(List.of(), () -> null);
  private final KnownHooks known = new KnownHooks(List.of(ReadinessMethod.values()), () -> true);

  @Test
  void everyTargetOfAHookWakesTheAgent() {
    assertThat(targets()).isNotEmpty().allMatch(sentry::concerns);
  }

  @Test
  void thePackageOfEachTargetLeadsToEveryHookOfIt() {
    for (ClassHook hook : libraries()) {
      for (String target : hook.targets()) {
        assertThat(known.apply(packageOf(target)))
            .as(target)
            .anyMatch(
                found -> found.getClass() == hook.getClass() && found.targets().contains(target));
      }
    }
    for (HookedMethod method : ReadinessMethod.values()) {
      String target = method.className().replace('.', '/');
      assertThat(known.apply(packageOf(target)))
          .as(target)
          .anyMatch(hook -> hook.targets().contains(target));
    }
  }

  @Test
  void otherPackagesHaveNone() {
    assertThat(known.apply("com/acme/")).isEmpty();
    assertThat(known.apply("org/springframework/context/")).isEmpty();
    assertThat(known.apply("org/springframework/context/support/")).hasSize(2);
  }

  private static String packageOf(String target) {
    return target.substring(0, target.lastIndexOf('/') + 1);
  }

  private static Set<String> targets() {
    Set<String> targets = new TreeSet<>();
    libraries().forEach(hook -> targets.addAll(hook.targets()));
    for (HookedMethod method : ReadinessMethod.values()) {
      targets.add(method.className().replace('.', '/'));
    }
    return targets;
  }

  private static List<ClassHook> libraries() {
    List<ClassHook> hooks =
        new ArrayList<>(
            List.of(
                new CaffeineHook(),
                new GuavaHook(),
                new QuarkusCacheHook(),
                new QuarkusRedisHook(),
                CacheMethods.quarkusRedis(),
                new RedisHook(() -> true)));
    hooks.addAll(CacheMethods.spring());
    hooks.addAll(CacheMethods.providers());
    hooks.addAll(HolderHooks.all());
    return hooks;
  }
}
