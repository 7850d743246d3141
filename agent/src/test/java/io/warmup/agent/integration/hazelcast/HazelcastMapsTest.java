package io.warmup.agent.integration.hazelcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import com.hazelcast.config.MapStoreConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import com.hazelcast.map.MapStoreAdapter;
import io.warmup.agent.bridge.WarmupBridge;
import io.warmup.agent.cache.CacheHolders;
import io.warmup.agent.cache.CacheTarget;
import io.warmup.agent.instrument.caffeine.BuildSites;
import io.warmup.agent.instrument.holder.HolderHooks;
import io.warmup.agent.integration.libraries.EachVersion;
import io.warmup.agent.integration.trace.CacheUnderTest;
import io.warmup.agent.integration.trace.RandomTrace;
import io.warmup.agent.integration.trace.Warmed;
import io.warmup.agent.recorder.Recorder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Hazelcast's maps are found once they are in use or configured, warmed, and counted. */
class HazelcastMapsTest {

  private final CacheHolders holders = new CacheHolders();
  private final HazelcastMaps maps = new HazelcastMaps(holders);

  @EachVersion(of = "hazelcast", packages = "com.hazelcast.")
  void onAMember() {
    WarmupBridge.listen(null);
    WarmupBridge.listen(HolderHooks.listener(holders::made, (point, subjects) -> {}));
    Config config = Members.config();
    config.getMapConfig("configured").setTimeToLiveSeconds(60);
    config
        .getMapConfig("stored")
        .setMapStoreConfig(
            new MapStoreConfig().setImplementation(new MapStoreAdapter<Integer, String>()));
    try {
      HazelcastInstance member = Hazelcast.newHazelcastInstance(config);
      assertThat(maps.find("products")).as("nobody has named it yet").isEmpty();
      assertThat(maps.caches()).as("to ask for a map would make it").isEmpty();
      isWarmedAndCounted(member.getMap("products"));
      countsAsATrace(member.getMap("counted"));

      CacheTarget configured = maps.find("configured").orElseThrow();
      assertThat(configured.expiryAfterWrite()).isEqualTo(Duration.ofSeconds(60));
      isPutWithItsTimeToLive(configured, member.getMap("configured"));
      assertThatThrownBy(() -> maps.find("stored")).hasMessageContaining("map store");
      CacheTarget stored = maps.named("ours", member.getMap("stored")).orElseThrow();
      assertThat(stored.recordedStore()).as("its loads look like hits").isNull();
      assertThatThrownBy(() -> stored.fence(List.of(1))).hasMessageContaining("map store");
      member.shutdown();
      assertThat(maps.caches()).isEmpty();
    } finally {
      Hazelcast.shutdownAll();
      WarmupBridge.listen(null);
    }
  }

  private void isWarmedAndCounted(IMap<Integer, String> map) {
    CacheTarget found = maps.find("products").orElseThrow();
    assertThat(found.delegate()).isSameAs(map);
    assertThat(found.kind()).isEqualTo("hazelcast");
    assertThat(found.expiryAfterWrite()).isNull();
    Recorder recorder = recorder();
    Warmed warmed = Warmed.of(found, ops(map), recorder);
    warmed.isPutIfAbsentAndReadOnceAsAHit();
    warmed.yieldsToWhatTheApplicationDoesMeanwhile();
    assertThat(found.size()).isEqualTo(3);
    recorder.close();
  }

  private void countsAsATrace(IMap<Integer, String> map) {
    Recorder recorder = recorder();
    Warmed warmed = Warmed.of(maps.find("counted").orElseThrow(), ops(map), recorder);
    recorder.open();
    RandomTrace trace = RandomTrace.on(ops(map));
    warmed.countsLike(trace);
    assertThat(map.getLocalMapStats().getGetOperationCount())
        .isEqualTo(trace.hits() + trace.misses());
    recorder.close();
  }

  private static void isPutWithItsTimeToLive(CacheTarget target, IMap<Integer, String> map) {
    assertThat(target.supportsTtl()).isTrue();
    Warmed.of(target, ops(map), recorder()).put(1, "one", Duration.ofMinutes(5));
    assertThat(map.getEntryView(1).getTtl()).isEqualTo(300_000);
  }

  private static Recorder recorder() {
    return new Recorder(new BuildSites(), Clock.systemUTC());
  }

  private static CacheUnderTest ops(IMap<Integer, String> map) {
    return new CacheUnderTest(map::get, map::getAll, map::put, map::delete, map::containsKey);
  }
}
