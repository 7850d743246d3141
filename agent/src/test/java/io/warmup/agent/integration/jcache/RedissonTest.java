package io.warmup.agent.integration.jcache;

import io.warmup.agent.integration.libraries.EachVersion;
import io.warmup.agent.integration.libraries.RedisServer;
import javax.cache.Caching;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.codec.SerializationCodec;
import org.redisson.config.Config;
import org.redisson.jcache.configuration.RedissonConfiguration;

/** JCache by Redisson, on a real Redis. */
class RedissonTest {

  @EachVersion(
      of = "redisson",
      packages = {
        "org.redisson.",
        "javax.cache.",
        "jodd.",
        "io.reactivex.",
        "com.fasterxml.jackson.dataformat.yaml.",
        "org.yaml.snakeyaml."
      })
  void foundWarmedAndCounted() throws Exception {
    try (RedisServer server = RedisServer.available()) {
      Config config = new Config();
      config.setCodec(new SerializationCodec());
      config
          .useSingleServer()
          .setAddress(server.uri().toString())
          .setConnectionMinimumIdleSize(1)
          .setConnectionPoolSize(4);
      RedissonClient client = Redisson.create(config);
      try (Provider provider =
          new Provider(
              () ->
                  Caching.getCachingProvider(
                          "org.redisson.jcache.JCachingProvider",
                          RedissonTest.class.getClassLoader())
                      .getCacheManager(),
              configuration -> RedissonConfiguration.fromInstance(client, configuration))) {
        provider.isWarmedAndCounted();
        // Its own statistics leave the misses of getAll out.
        provider.countsAsATrace();
        provider.readsThroughUncounted();
        provider.tellsItsExpiry();
        provider.isNotWarmedIfItWritesThrough();
      } finally {
        client.shutdown();
      }
    }
  }
}
