package io.warmup.agent.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;

class AgentThreadsTest {

  @Test
  void threadsAreDaemonsWithANameOfOurs() {
    ThreadFactory threads = AgentThreads.workers("worker");

    assertThat(threads.newThread(() -> {}).getName()).isEqualTo("warmup-worker-1");
    assertThat(threads.newThread(() -> {}).getName()).isEqualTo("warmup-worker-2");
    assertThat(threads.newThread(() -> {}).isDaemon()).isTrue();
  }

  @Test
  void theyAreVirtualWhereThoseAreFreeToBlock() throws Exception {
    Thread thread = AgentThreads.workers("worker").newThread(() -> {});
    boolean virtual = !thread.getClass().equals(Thread.class);

    assertThat(virtual).isEqualTo(Runtime.version().feature() >= 24);
  }
}
