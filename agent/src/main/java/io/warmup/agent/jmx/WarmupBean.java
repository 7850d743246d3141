package io.warmup.agent.jmx;

import io.warmup.agent.control.NothingToRunException;
import io.warmup.agent.control.WarmupControl;
import io.warmup.agent.report.json.ReportJson;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The MXBean over one application's control. */
final class WarmupBean implements WarmupMXBean {

  private final WarmupControl control;

  WarmupBean(WarmupControl control) {
    this.control = control;
  }

  @Override
  public String getApplication() {
    return control.application();
  }

  @Override
  public String getMode() {
    return words(control.status().mode());
  }

  @Override
  public String getState() {
    return words(control.counts().state());
  }

  @Override
  public double getProgress() {
    return control.counts().progress();
  }

  @Override
  public List<StrategyView> getStrategies() {
    return control.counts().strategies().stream().<StrategyView>map(StrategyFigures::new).toList();
  }

  @Override
  public List<CacheView> getCaches() {
    return control.counts().caches().stream().<CacheView>map(CacheFigures::new).toList();
  }

  @Override
  public String status() {
    return ReportJson.writeRecord(control.status());
  }

  @Override
  public String report() {
    return ReportJson.write(control.report());
  }

  @Override
  public String plan(@Nullable String file) {
    return ReportJson.writeRecord(control.plan(orNull(file) == null ? null : Path.of(file)));
  }

  /** What is thrown crosses to another JVM, so it is an exception of the JDK's. */
  @Override
  public int run(@Nullable String strategy, long limit) {
    try {
      return control.run(orNull(strategy), limit);
    } catch (NothingToRunException e) {
      throw new IllegalStateException(e.getMessage());
    } catch (NoSuchElementException e) {
      throw new IllegalArgumentException(e.getMessage());
    }
  }

  @Override
  public int stop() {
    return control.stop();
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
