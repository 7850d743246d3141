package io.warmup.agent.strategy;

import io.warmup.agent.config.StrategiesPath;
import io.warmup.agent.log.Log;
import io.warmup.api.CacheWarmupStrategy;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What strategy jars declare, without running any of it. */
public final class DeclaredStrategies {

  private DeclaredStrategies() {}

  /**
   * The strategy classes of {@code strategies-path}, in the order of the jars.
   *
   * @param log told of jars that cannot be read
   */
  public static List<Declared> in(@Nullable StrategiesPath strategiesPath, Log log) {
    List<Declared> declared = new ArrayList<>();
    for (URL jar : new StrategyJars(log).find(strategiesPath)) {
      try (URLClassLoader inJar = new URLClassLoader(new URL[] {jar}, null)) {
        URL list = inJar.findResource(ProviderFile.nameFor(CacheWarmupStrategy.class));
        if (list == null) {
          log.warn(jar.getPath() + " declares no strategy");
          continue;
        }
        ProviderFile file = new ProviderFile(list);
        for (String name : file.providers()) {
          boolean there = inJar.findResource(name.replace('.', '/') + ".class") != null;
          declared.add(new Declared(name, file.origin(), there));
        }
      } catch (IOException e) {
        log.warn(jar.getPath() + " cannot be read (" + e + ")");
      }
    }
    return declared;
  }

  /**
   * A declared strategy class.
   *
   * @param className as the jar names it
   * @param jar its file name
   * @param present whether the class is in that jar
   */
  public record Declared(String className, String jar, boolean present) {}
}
