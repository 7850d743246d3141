package io.warmup.agent.integration.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.cache.HazelcastCachingProvider;
import com.hazelcast.client.HazelcastClient;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.warmup.agent.integration.ehcache.EhcacheCaches;
import io.warmup.agent.integration.hazelcast.Members;
import io.warmup.agent.integration.infinispan.InfinispanCaches;
import io.warmup.agent.integration.infinispan.OnThisJava;
import io.warmup.agent.integration.libraries.EachVersion;
import java.net.URI;
import javax.cache.Caching;

/** JCache without a framework: each provider's caches are found, warmed, and counted once. */
class JCacheProvidersTest {

  @EachVersion(
      of = "ehcache",
      packages = {"org.ehcache.", "javax.cache."})
  void ehcache() throws Exception {
    try (Provider provider = Provider.named("org.ehcache.jsr107.EhcacheCachingProvider")) {
      provider.isWarmedAndCounted();
      provider.countsAsItsOwnStatistics();
      provider.readsThroughAndTellsMissesFromHits();
      provider.tellsItsExpiry();
      provider.isNotWarmedIfItWritesThrough();
      assertThat(new EhcacheCaches(provider.holders()).caches())
          .as("what is below is not listed a second time")
          .isEmpty();
    }
  }

  @EachVersion(
      of = "caffeine-jcache",
      packages = {
        "com.github.benmanes.caffeine.",
        "javax.cache.",
        "com.typesafe.config.",
        "javax.inject.",
        "jakarta.inject."
      })
  void caffeine() throws Exception {
    try (Provider provider =
        Provider.named("com.github.benmanes.caffeine.jcache.spi.CaffeineCachingProvider")) {
      provider.isWarmedAndCounted();
      provider.countsAsItsOwnStatistics();
      provider.readsThroughAndTellsMissesFromHits();
      provider.tellsItsExpiry();
      provider.isNotWarmedIfItWritesThrough();
    }
  }

  @EachVersion(
      of = "hazelcast",
      packages = {"com.hazelcast.", "javax.cache."})
  void hazelcast() throws Exception {
    HazelcastInstance member = Members.alone();
    try (Provider provider =
        new Provider(
            () ->
                Caching.getCachingProvider(
                        "com.hazelcast.cache.HazelcastMemberCachingProvider", loader())
                    .getCacheManager(
                        URI.create("hazelcast"),
                        loader(),
                        HazelcastCachingProvider.propertiesByInstanceItself(member)))) {
      provider.isWarmedAndCounted();
      provider.countsAsItsOwnStatistics();
      provider.readsThroughUncounted();
      provider.tellsItsExpiry();
      provider.putsWithATimeToLive();
      provider.isNotWarmedIfItWritesThrough();
    } finally {
      Hazelcast.shutdownAll();
    }
  }

  /** Its configuration tells a client as much as a member. */
  @EachVersion(
      of = "hazelcast",
      packages = {"com.hazelcast.", "javax.cache."})
  void hazelcastOnAClient() {
    HazelcastInstance client = Members.clientOf(Members.alone());
    try (Provider provider =
        new Provider(
            () ->
                Caching.getCachingProvider(
                        "com.hazelcast.client.cache.HazelcastClientCachingProvider", loader())
                    .getCacheManager(
                        URI.create("hazelcast"),
                        loader(),
                        HazelcastCachingProvider.propertiesByInstanceItself(client)))) {
      provider.isWarmedAndCounted();
      provider.countsAsATrace();
      provider.readsThroughUncounted();
      provider.tellsItsExpiry();
      provider.putsWithATimeToLive();
      provider.isNotWarmedIfItWritesThrough();
    } finally {
      HazelcastClient.shutdownAll();
      Hazelcast.shutdownAll();
    }
  }

  @EachVersion(
      of = "infinispan",
      packages = {
        "org.infinispan.",
        "javax.cache.",
        "com.github.benmanes.caffeine.",
        "io.reactivex.",
        "io.smallrye.common.",
        "jakarta.transaction.",
        "org.jboss.logging.",
        "org.jboss.threads.",
        "org.jgroups.",
        "org.wildfly."
      })
  void infinispan() throws Exception {
    OnThisJava.starts();
    try (Provider provider = Provider.named("org.infinispan.jcache.embedded.JCachingProvider")) {
      provider.isWarmedAndCounted();
      provider.countsAsItsOwnStatistics();
      provider.readsThroughUncounted();
      provider.tellsItsExpiry();
      provider.isNotWarmedIfItWritesThrough();
      assertThat(new InfinispanCaches(provider.holders()).caches())
          .as("what is below is not listed a second time")
          .isEmpty();
    }
  }

  private static ClassLoader loader() {
    return JCacheProvidersTest.class.getClassLoader();
  }
}
