package io.warmup.scenarios.readiness;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.JavaProcess;
import io.warmup.scenarios.jvm.Jdk;
import java.io.File;

/** The kinds of application that serve the same prices. */
enum PriceApp implements Launch {
  PLAIN_JDK(plain("JdkServer")),
  PLAIN_UNDERTOW(plain("UndertowServer")),
  PLAIN_JETTY(plain("JettyServer")),
  PLAIN_SOCKET(plain("SocketServer")) {
    @Override
    String gate() {
      return "method: com.acme.prices.plain.SocketServer#serve";
    }
  },
  QUARKUS_2_16_FAST_JAR(quarkus("quarkus-2.16", "quarkus-app/quarkus-run.jar")),
  QUARKUS_2_16_UBER_JAR(quarkus("quarkus-2.16", "prices-quarkus-2.16-runner.jar")),
  QUARKUS_3_8_FAST_JAR(quarkus("quarkus-3.8", "quarkus-app/quarkus-run.jar")),
  QUARKUS_3_8_UBER_JAR(quarkus("quarkus-3.8", "prices-quarkus-3.8-runner.jar")),
  QUARKUS_FAST_JAR(quarkus("quarkus", "quarkus-app/quarkus-run.jar")),
  QUARKUS_UBER_JAR(quarkus("quarkus", "prices-quarkus-runner.jar")) {
    @Override
    public Jdk jdk() {
      return Jdk.newest();
    }
  },
  QUARKUS_BEFORE_ITS_STARTUP_EVENT(quarkus("quarkus", "quarkus-app/quarkus-run.jar")) {
    @Override
    String gate() {
      return "phase: enter";
    }
  },
  SPRING_BOOT_2_7_TOMCAT(classPath("spring-boot-2.7", "tomcat")),
  SPRING_BOOT_2_7_JETTY(classPath("spring-boot-2.7", "jetty")),
  SPRING_BOOT_2_7_UNDERTOW(executableJar("spring-boot-2.7")),
  SPRING_BOOT_2_7_WEBFLUX(webFlux("spring-boot-2.7")),
  SPRING_BOOT_3_5_TOMCAT(classPath("spring-boot-3.5", "tomcat")),
  SPRING_BOOT_3_5_JETTY(classPath("spring-boot-3.5", "jetty")),
  SPRING_BOOT_3_5_UNDERTOW(classPath("spring-boot-3.5", "undertow")),
  SPRING_BOOT_3_5_WEBFLUX(executableJar("spring-boot-3.5")),
  SPRING_BOOT_4_1_TOMCAT(classPath("spring-boot-4.1", "tomcat")) {
    @Override
    public Jdk jdk() {
      return Jdk.newest();
    }
  },
  SPRING_BOOT_4_1_JETTY(executableJar("spring-boot-4.1")),
  SPRING_BOOT_4_1_WEBFLUX(webFlux("spring-boot-4.1")),
  SPRING_BOOT_LAZY(executableJar("spring-boot-4.1")) {
    @Override
    public JavaProcess.Builder on(JavaProcess.Builder jvm, int port) {
      return super.on(jvm, port).program("--spring.main.lazy-initialization=true");
    }
  };

  private final Launch launch;

  PriceApp(Launch launch) {
    this.launch = launch;
  }

  @Override
  public JavaProcess.Builder on(JavaProcess.Builder jvm, int port) {
    return launch.on(jvm, port);
  }

  /** What its gate section says beside {@code hold}. */
  String gate() {
    return "on-failure: open";
  }

  /** Whether a strategy can have its service of it, be it a container's or an argument. */
  boolean hasBeans() {
    return this == PLAIN_SOCKET || !name().startsWith("PLAIN_");
  }

  private static Launch plain(String main) {
    return (jvm, port) ->
        jvm.options(
                "-cp",
                Artifacts.app("plain", "prices-plain.jar")
                    + File.pathSeparator
                    + Artifacts.app("plain", "lib").resolve("*"))
            .program("com.acme.prices.plain." + main, String.valueOf(port));
  }

  private static Launch quarkus(String module, String jar) {
    return (jvm, port) ->
        jvm.options("-Dquarkus.http.port=" + port).jar(Artifacts.app(module, jar));
  }

  private static Launch executableJar(String module) {
    return (jvm, port) ->
        jvm.jar(Artifacts.app(module, "prices-" + module + ".jar"), "--server.port=" + port);
  }

  private static Launch classPath(String module, String server) {
    return (jvm, port) ->
        SpringClassPath.of(module)
            .with(server)
            .start(jvm, "com.acme.prices.spring.PriceApplication", "--server.port=" + port);
  }

  private static Launch webFlux(String module) {
    return (jvm, port) ->
        classPath(module, "reactor-netty")
            .on(jvm, port)
            .program("--spring.main.web-application-type=reactive");
  }
}
