package io.warmup.agent.control;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The applications of this JVM: one, unless it is a server of several. Thread-safe. */
public final class Controls {

  private final List<WarmupControl> all = new CopyOnWriteArrayList<>();

  public void add(WarmupControl control) {
    all.add(control);
  }

  public void remove(WarmupControl control) {
    all.remove(control);
  }

  /** In the order of their arrival. */
  public List<WarmupControl> all() {
    return List.copyOf(all);
  }

  /**
   * One of them.
   *
   * @param application its name; null: the first
   * @throws NoSuchElementException if there is none of that name; the message lists those there are
   */
  public WarmupControl find(@Nullable String application) {
    return all.stream()
        .filter(it -> application == null || it.application().equals(application))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    application == null
                        ? "no application is ready yet"
                        : "no application '"
                            + application
                            + "'; there are "
                            + all.stream().map(WarmupControl::application).toList()));
  }
}
