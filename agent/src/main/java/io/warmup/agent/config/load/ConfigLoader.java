package io.warmup.agent.config.load;

import io.warmup.agent.config.WarmupConfig;
import io.warmup.agent.config.key.Address;
import io.warmup.agent.config.key.Keys;
import io.warmup.agent.config.key.Section;
import io.warmup.agent.config.source.ConfigFile;
import io.warmup.agent.config.source.ConfigNode.Text;
import io.warmup.agent.config.source.Document;
import io.warmup.agent.config.source.HostName;
import io.warmup.agent.config.source.Origin;
import io.warmup.agent.config.source.Problem;
import io.warmup.agent.config.source.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads the configuration: agent arguments over {@code -Dwarmup.*} over {@code WARMUP_*} over the
 * file over the defaults. Stateless.
 */
public final class ConfigLoader {

  private final ScheduleCheck schedules;

  /**
   * A loader.
   *
   * @param schedules judges the entries of {@code schedule}
   */
  public ConfigLoader(ScheduleCheck schedules) {
    this.schedules = schedules;
  }

  /** Loads what the sources say now. Never throws for anything that the operator wrote. */
  public ConfigResult load(Sources sources) {
    return new Loading(sources).result();
  }

  private final class Loading {

    private final Sources sources;
    private final Values values = new Values();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();

    Loading(Sources sources) {
      this.sources = sources;
    }

    ConfigResult result() {
      ConfigFile file = file();
      FileStamp stamp = file == null ? FileStamp.ABSENT : FileStamp.of(file.path());
      nameInstance();
      if (file == null) {
        tellNoFile();
      } else {
        readFile(file);
      }
      new Overrides(values, problems, notices).read(sources);

      ValueReader reader = new ValueReader(values, problems);
      WarmupConfig config = new ConfigAssembler(reader, values, sources, folder(file)).assemble();
      new CrossChecks(config, reader, schedules, problems, notices).run();

      Path path = file == null ? null : file.path();
      return problems.isEmpty()
          ? loaded(config, path, stamp)
          : new ConfigResult.Invalid(inOrder(problems), path);
    }

    /** The one default that is not the same everywhere. */
    private void nameInstance() {
      values.put(
          new Address(Section.ROLLOUT, "", Keys.ROLLOUT_KEY, ""),
          Text.of(
              HostName.find(sources.environment()), Origin.of(Origin.Source.DEFAULT, "host name")));
    }

    private ConfigResult loaded(WarmupConfig config, @Nullable Path file, FileStamp stamp) {
      return new ConfigResult.Loaded(
          config, new EffectiveConfig(values), List.copyOf(notices), file, stamp);
    }

    /** As the operator meets them; a wrong default was met once for each strategy. */
    private List<Problem> inOrder(List<Problem> problems) {
      return problems.stream()
          .distinct()
          .sorted(Comparator.comparingInt(problem -> problem.origin().line()))
          .toList();
    }

    private @Nullable ConfigFile file() {
      String name = sources.arguments().get(Keys.CONFIG.name());
      if (name == null) {
        name = sources.ownProperties().get(Keys.CONFIG.name());
      }
      if (name == null) {
        name = sources.environment().get(Sources.environmentName(Keys.CONFIG.name()));
      }
      return name == null
          ? ConfigFile.inWorkingDirectory(sources.workingDirectory()).orElse(null)
          : ConfigFile.named(name, sources.workingDirectory());
    }

    private void readFile(ConfigFile file) {
      List<Document> documents = file.documents(sources, problems);
      if (documents.isEmpty() && problems.isEmpty()) {
        notices.add(file.shown() + " is empty; the defaults hold.");
      }
      Optional<List<Document>> chosen =
          new Services(sources.application(), problems).choose(documents);
      if (chosen.isEmpty()) {
        turnOff(file);
        return;
      }
      for (Document document : chosen.get()) {
        readDocument(document);
      }
    }

    private void readDocument(Document document) {
      problems.addAll(document.problems());
      new FileReader(values, problems).read(document.fields());
    }

    /** A file that is for others must not have this application warmed. */
    private void turnOff(ConfigFile file) {
      notices.add(
          "No 'when' in "
              + file.shown()
              + " matches this application ("
              + String.join(", ", sources.application().names())
              + "): the agent stays off.");
      values.put(
          new Address(Section.TOP, "", Keys.MODE, ""),
          Text.of("off", Origin.of(Origin.Source.FILE, file.shown())));
    }

    private void tellNoFile() {
      notices.add(
          "No configuration file: there is no "
              + ConfigFile.named("warmup.yaml", sources.workingDirectory()).path()
              + ", and -Dwarmup.config names none; the defaults hold.");
    }

    private Path folder(@Nullable ConfigFile file) {
      return file == null ? sources.workingDirectory() : file.folder();
    }
  }
}
