package io.warmup.agent.config.load;

import io.warmup.agent.config.key.Keys;
import io.warmup.agent.config.source.AppIdentity;
import io.warmup.agent.config.source.ConfigNode.Field;
import io.warmup.agent.config.source.ConfigNode.Items;
import io.warmup.agent.config.source.ConfigNode.Text;
import io.warmup.agent.config.source.Document;
import io.warmup.agent.config.source.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Several services in one file, a document ({@code ---}) each. A first document without {@code
 * when} holds for all; of the others the first whose {@code when} matches holds, over the shared
 * one.
 */
final class Services {

  private static final String APP = "app=";

  private final AppIdentity application;
  private final Collection<Problem> problems;

  Services(AppIdentity application, Collection<Problem> problems) {
    this.application = application;
    this.problems = problems;
  }

  /**
   * The documents that hold for the application, the strongest last.
   *
   * @return empty if none is for it
   */
  Optional<List<Document>> choose(List<Document> documents) {
    List<Document> chosen = new ArrayList<>();
    boolean matched = forAll(documents);
    for (Document document : documents) {
      Field when = when(document);
      if (when == null && document != documents.get(0)) {
        problems.add(
            new Problem(
                document.fields().origin(),
                "only the first document of a file may go without 'when'; add 'when: app=…'"));
      } else if (when == null) {
        chosen.add(document);
      } else if (matches(when) && !matched) {
        matched = true;
        chosen.add(document);
      }
    }
    return matched ? Optional.of(chosen) : Optional.empty();
  }

  private static boolean forAll(List<Document> documents) {
    for (Document document : documents) {
      if (when(document) != null) {
        return false;
      }
    }
    return true;
  }

  private boolean matches(Field when) {
    return patterns(when).anyMatch(this::matches);
  }

  private boolean matches(Text condition) {
    String text = condition.text().strip();
    if (!text.startsWith(APP) || text.length() == APP.length()) {
      problems.add(
          new Problem(
              condition.origin(),
              "when: '" + text + "' is no condition; write app=name or app=n*"));
      return false;
    }
    return application.matches(text.substring(APP.length()));
  }

  private static Stream<Text> patterns(Field when) {
    Stream<?> values =
        when.value() instanceof Items items ? items.items().stream() : Stream.of(when.value());
    return values.filter(Text.class::isInstance).map(Text.class::cast);
  }

  private static @Nullable Field when(Document document) {
    return document.fields().fields().get(Keys.WHEN.name());
  }
}
