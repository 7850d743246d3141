package io.warmup.agent.warmer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which strategy starts when: higher priority first, equal ones together, and each one after those
 * it names. What a strategy comes after is as urgent as the strategy itself, so a low priority of
 * its own does not hold that one up.
 */
final class Plan {

  /**
   * A strategy's place in a run.
   *
   * @param terms what it goes by in this run
   * @param urgency its priority, or that of the most urgent strategy that waits for it
   * @param obstacle why it cannot run at all, or null
   */
  record Step(
      ManagedStrategy<?, ?> strategy,
      Terms terms,
      int urgency,
      Set<String> after,
      @Nullable String obstacle) {

    String name() {
      return strategy.name;
    }
  }

  private final Map<String, ManagedStrategy<?, ?>> strategies = new LinkedHashMap<>();
  private final Map<String, Terms> terms = new HashMap<>();
  private final Map<String, Integer> urgency = new HashMap<>();

  private Plan(Collection<ManagedStrategy<?, ?>> strategies) {
    for (ManagedStrategy<?, ?> strategy : strategies) {
      this.strategies.put(strategy.name, strategy);
      terms.put(strategy.name, strategy.terms());
    }
  }

  /** The steps, most urgent first. */
  static List<Step> of(Collection<ManagedStrategy<?, ?>> strategies) {
    return new Plan(strategies).steps();
  }

  /** A run of one strategy alone: whoever asked for it knows what it comes after. */
  static List<Step> of(ManagedStrategy<?, ?> strategy) {
    Terms terms = strategy.terms();
    String obstacle = obstacle(strategy, terms);
    return List.of(new Step(strategy, terms, terms.priority(), Set.of(), obstacle));
  }

  private static @Nullable String obstacle(ManagedStrategy<?, ?> strategy, Terms terms) {
    if (!terms.config().enabled()) {
      return "it is switched off";
    }
    return strategy.wasOffAtStart()
        ? "it was switched off when the application started: it runs after a restart"
        : null;
  }

  private List<Step> steps() {
    terms.forEach((name, its) -> raise(name, its.priority()));
    List<Step> steps = new ArrayList<>();
    for (ManagedStrategy<?, ?> strategy : strategies.values()) {
      Terms its = terms.get(strategy.name);
      Set<String> after = new TreeSet<>(its.config().after());
      steps.add(
          new Step(
              strategy, its, urgency.get(strategy.name), after, obstacle(strategy.name, after)));
    }
    steps.sort(Comparator.comparingInt(Step::urgency).reversed());
    return List.copyOf(steps);
  }

  /** Ends on a cycle too: nobody is raised twice to the same height. */
  private void raise(String strategy, int height) {
    Integer now = urgency.get(strategy);
    if (now != null && now >= height) {
      return;
    }
    urgency.put(strategy, height);
    for (String before : terms.get(strategy).config().after()) {
      if (terms.containsKey(before)) {
        raise(before, height);
      }
    }
  }

  private @Nullable String obstacle(String strategy, Set<String> after) {
    String off = obstacle(strategies.get(strategy), terms.get(strategy));
    if (off != null) {
      return off;
    }
    for (String name : after) {
      if (!terms.containsKey(name)) {
        return "it comes after " + name + ", which is not there";
      }
    }
    if (comesAfter(strategy, strategy, new TreeSet<>())) {
      return "it comes after itself: " + String.join(", ", after);
    }
    return null;
  }

  private boolean comesAfter(String strategy, String name, Set<String> seen) {
    for (String before : terms.get(strategy).config().after()) {
      if (before.equals(name)
          || (terms.containsKey(before) && seen.add(before) && comesAfter(before, name, seen))) {
        return true;
      }
    }
    return false;
  }
}
