package io.warmup.agent.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.SampleStrategies.BrokenConstructor;
import com.acme.SampleStrategies.BrokenInitialize;
import com.acme.SampleStrategies.Good;
import com.acme.SampleStrategies.Impostor;
import com.acme.SampleStrategies.MissingClass;
import com.acme.SampleStrategies.Namesake;
import com.acme.SampleStrategies.NeedsArgument;
import io.warmup.agent.cache.CacheRegistry;
import io.warmup.api.CacheWarmupStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyDiscoveryTest {

  private static final Class<?> STRATEGY = CacheWarmupStrategy.class;

  @TempDir private Path folder;
  private final RecordedLines lines = new RecordedLines();

  @Test
  void findsTheStrategiesOfAJarAndGetsThemReady() throws IOException {
    Path jar = StrategyJar.of(folder.resolve("shop.jar"), STRATEGY, Good.class);
    assertThat(strategies(jar)).extracting(NamedStrategy::name).containsExactly("Good");
    assertThat(lines.all()).isEmpty();
  }

  @Test
  void takesAFolderInTheOrderOfItsNames() throws IOException {
    StrategyJar.of(folder.resolve("b.jar"), STRATEGY, Namesake.class);
    StrategyJar.of(folder.resolve("a.jar"), STRATEGY, Good.class);
    List<NamedStrategy> found = strategies(folder);
    assertThat(found).extracting(NamedStrategy::origin).containsExactly("a.jar");
    assertThat(lines.all())
        .singleElement()
        .asString()
        .contains("two strategies are named Good", "a.jar is used", "b.jar is left out");
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        BrokenConstructor.class,
        NeedsArgument.class,
        BrokenInitialize.class,
        MissingClass.class,
        Impostor.class
      })
  void aBadOneCostsOneLineAndNeverTheOthers(Class<?> bad) throws IOException {
    Path jar = StrategyJar.of(folder.resolve("shop.jar"), STRATEGY, bad, Good.class);
    assertThat(strategies(jar)).extracting(NamedStrategy::name).containsExactly("Good");
    assertThat(lines.all())
        .singleElement()
        .asString()
        .contains(bad.getName(), "shop.jar", "left out");
  }

  @Test
  void theLineSaysWhy() throws IOException {
    strategies(StrategyJar.of(folder.resolve("1.jar"), STRATEGY, BrokenConstructor.class));
    strategies(StrategyJar.of(folder.resolve("2.jar"), STRATEGY, NeedsArgument.class));
    strategies(StrategyJar.naming(folder.resolve("3.jar"), STRATEGY, "com.acme.Gone"));
    strategies(StrategyJar.of(folder.resolve("4.jar"), STRATEGY, Impostor.class));
    strategies(StrategyJar.of(folder.resolve("5.jar"), STRATEGY, BrokenInitialize.class));
    assertThat(lines.all().get(0)).contains("no licence");
    assertThat(lines.all().get(1)).contains("no public no-argument constructor");
    assertThat(lines.all().get(2)).contains("com.acme.Gone", "no such class");
    assertThat(lines.all().get(3)).contains("does not implement CacheWarmupStrategy");
    assertThat(lines.all().get(4)).contains("no bean is a java.lang.Runnable");
  }

  @Test
  void aJarWithoutStrategiesIsNamed() throws IOException {
    Path jar = StrategyJar.of(folder.resolve("shop.jar"), Runnable.class);
    assertThat(strategies(jar)).isEmpty();
    assertThat(lines.all()).singleElement().asString().contains("shop.jar", "META-INF/services");
  }

  @Test
  void aMissingJarIsNamed() {
    assertThat(strategies(folder.resolve("shpo.jar"))).isEmpty();
    assertThat(lines.all().get(0))
        .contains("warmup.yaml:2:18: strategies-path: ", "shpo.jar", "does not exist");
  }

  @Test
  void aFileThatIsNoJarIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("shop.jar"), "<html>404</html>");
    assertThat(strategies(file)).isEmpty();
    assertThat(lines.all().get(0)).contains("shop.jar", "is no jar");
  }

  @Test
  void aSectionThatNoStrategyHasTheNameOfIsPointedOut() throws IOException {
    Path jar = StrategyJar.of(folder.resolve("shop.jar"), STRATEGY, Good.class);
    new StrategyDiscovery(Configs.with(jar, Map.of("Godo", Configs.DEFAULTS)), lines.log())
        .strategies(new NoBeansApplication(), loader(jar), NO_CACHES);
    assertThat(lines.all()).singleElement().asString().contains("strategies.Godo", "Good");
  }

  private static final CacheRegistry NO_CACHES = new CacheRegistry(Map.of(), List::of);

  private List<NamedStrategy> strategies(Path path) {
    return new StrategyDiscovery(Configs.with(path, Map.of()), lines.log())
        .strategies(new NoBeansApplication(), loader(path), NO_CACHES);
  }

  private ApplicationClassLoader loader(Path path) {
    return new StrategyDiscovery(Configs.with(path, Map.of()), lines.log())
        .loaderFor(ClassLoader.getPlatformClassLoader());
  }
}
