package io.warmup.agent.integration.hazelcast;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.cluster.Address;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NearCacheConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;

/** Hazelcast in this JVM, without a network. */
public final class Members {

  private Members() {}

  /** A cluster of one. */
  public static HazelcastInstance alone() {
    return Hazelcast.newHazelcastInstance(config());
  }

  /** Of a cluster in this JVM; one of its caches is near, too. */
  public static HazelcastInstance clientOf(HazelcastInstance member) {
    Address address = member.getCluster().getLocalMember().getAddress();
    ClientConfig config = new ClientConfig();
    config.setClassLoader(Members.class.getClassLoader());
    config.setProperty("hazelcast.logging.type", "none");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.addNearCacheConfig(new NearCacheConfig("counted"));
    config.getNetworkConfig().addAddress(address.getHost() + ":" + address.getPort());
    return HazelcastClient.newHazelcastClient(config);
  }

  static Config config() {
    Config config = new Config();
    config.setClassLoader(Members.class.getClassLoader());
    config.setProperty("hazelcast.logging.type", "none");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.partition.count", "11");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    JoinConfig join = config.getNetworkConfig().getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    return config;
  }
}
