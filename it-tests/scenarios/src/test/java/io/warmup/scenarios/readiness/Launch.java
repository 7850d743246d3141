package io.warmup.scenarios.readiness;

import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;

/** How an application is started. */
interface Launch {

  /** The program to start: its port is the one given. */
  JavaProcess.Builder on(JavaProcess.Builder jvm, int port);

  /** What it runs on. */
  default Jdk jdk() {
    return Jdk.running();
  }
}
