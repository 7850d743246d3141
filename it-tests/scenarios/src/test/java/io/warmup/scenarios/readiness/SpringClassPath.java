package io.warmup.scenarios.readiness;

import io.warmup.scenarios.jvm.Artifacts;
import io.warmup.scenarios.jvm.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of the Spring applications on a class path: of the libraries that change what it is, only
 * those asked for.
 */
final class SpringClassPath {

  private static final List<String> OPTIONAL =
      List.of(
          "tomcat", "jetty", "undertow", "reactor-netty", "websocket", "spring-cloud", "devtools");

  private final String module;
  private final List<String> wanted = new ArrayList<>();
  private final List<Path> classes = new ArrayList<>();

  private SpringClassPath(String module) {
    this.module = module;
    classes.add(Artifacts.app(module, "classes"));
  }

  /** Without any server. */
  static SpringClassPath of(String module) {
    return new SpringClassPath(module);
  }

  /** With the jars that have this in their names. */
  SpringClassPath with(String... libraries) {
    wanted.addAll(List.of(libraries));
    return this;
  }

  /** With more classes, before all others. */
  SpringClassPath classes(Path folder) {
    classes.add(0, folder);
    return this;
  }

  /** With other classes than the build's. */
  SpringClassPath onlyClasses(Path folder) {
    classes.clear();
    return classes(folder);
  }

  JavaProcess.Builder start(JavaProcess.Builder jvm, String main, String... arguments) {
    return jvm.options("-cp", path()).program(main).program(arguments);
  }

  private String path() {
    try (Stream<Path> jars = Files.list(Artifacts.app(module, "lib"))) {
      return Stream.concat(
              classes.stream(), jars.filter(jar -> isWanted(jar.getFileName().toString())).sorted())
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isWanted(String jar) {
    return OPTIONAL.stream().filter(jar::contains).allMatch(wanted::contains);
  }
}
