package io.warmup.scenarios.readiness;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.JavaProcess;
import java.io.File;

/** The kinds of application that serve the same prices. */
enum PriceApp {
  PLAIN_JDK {
    @Override
    JavaProcess.Builder on(JavaProcess.Builder jvm, int port) {
      return plain(jvm, "JdkServer", port);
    }
  },
  PLAIN_UNDERTOW {
    @Override
    JavaProcess.Builder on(JavaProcess.Builder jvm, int port) {
      return plain(jvm, "UndertowServer", port);
    }
  },
  PLAIN_JETTY {
    @Override
    JavaProcess.Builder on(JavaProcess.Builder jvm, int port) {
      return plain(jvm, "JettyServer", port);
    }
  },
  PLAIN_SOCKET {
    @Override
    JavaProcess.Builder on(JavaProcess.Builder jvm, int port) {
      return plain(jvm, "SocketServer", port);
    }

    @Override
    String gate() {
      return "method: com.acme.prices.plain.SocketServer#serve";
    }
  },
  QUARKUS_FAST_JAR {
    @Override
    JavaProcess.Builder on(JavaProcess.Builder jvm, int port) {
      return jvm.options("-Dquarkus.http.port=" + port)
          .jar(Artifacts.app("quarkus", "quarkus-app/quarkus-run.jar"));
    }
  },
  QUARKUS_UBER_JAR {
    @Override
    JavaProcess.Builder on(JavaProcess.Builder jvm, int port) {
      return jvm.options("-Dquarkus.http.port=" + port)
          .jar(Artifacts.app("quarkus", "prices-quarkus-runner.jar"));
    }
  },
  QUARKUS_BEFORE_ITS_STARTUP_EVENT {
    @Override
    JavaProcess.Builder on(JavaProcess.Builder jvm, int port) {
      return QUARKUS_FAST_JAR.on(jvm, port);
    }

    @Override
    String gate() {
      return "phase: enter";
    }
  },
  SPRING_BOOT_2_7_UNDERTOW {
    @Override
    JavaProcess.Builder on(JavaProcess.Builder jvm, int port) {
      return spring(jvm, "spring-boot-2.7", port);
    }
  },
  SPRING_BOOT_3_5_WEBFLUX {
    @Override
    JavaProcess.Builder on(JavaProcess.Builder jvm, int port) {
      return spring(jvm, "spring-boot-3.5", port);
    }
  },
  SPRING_BOOT_4_1_JETTY {
    @Override
    JavaProcess.Builder on(JavaProcess.Builder jvm, int port) {
      return spring(jvm, "spring-boot-4.1", port);
    }
  },
  SPRING_BOOT_LAZY {
    @Override
    JavaProcess.Builder on(JavaProcess.Builder jvm, int port) {
      return spring(jvm, "spring-boot-4.1", port).program("--spring.main.lazy-initialization=true");
    }
  };

  /** The program to start: its port is the one given. */
  abstract JavaProcess.Builder on(JavaProcess.Builder jvm, int port);

  /** What its gate section says beside the rest. */
  String gate() {
    return "on-failure: open";
  }

  private static JavaProcess.Builder plain(JavaProcess.Builder jvm, String main, int port) {
    String classPath =
        Artifacts.app("plain", "prices-plain.jar")
            + File.pathSeparator
            + Artifacts.app("plain", "lib").resolve("*");
    return jvm.options("-cp", classPath)
        .program("com.acme.prices.plain." + main, String.valueOf(port));
  }

  private static JavaProcess.Builder spring(JavaProcess.Builder jvm, String module, int port) {
    return jvm.jar(Artifacts.app(module, "prices-" + module + ".jar"), "--server.port=" + port);
  }
}
