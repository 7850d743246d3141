package io.warmup.agent.report;

import io.warmup.agent.config.source.HostName;
import io.warmup.agent.report.model.ProcessIdentity;
import java.time.Instant;

/** Finds out which process this is, without JMX and without asking the network for its name. */
public final class ThisProcess {

  private ThisProcess() {}

  /**
   * May be called from premain on.
   *
   * @param application what people call it
   */
  public static ProcessIdentity identity(String application) {
    ProcessHandle self = ProcessHandle.current();
    return new ProcessIdentity(
        HostName.find(System.getenv()),
        self.pid(),
        application,
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        self.info().startInstant().orElseGet(Instant::now));
  }
}
