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
   * @param urgency its priority, or that of the most urgent strategy that waits for it
   * @param obstacle why it cannot run at all, or null
   */
  record Step(
      ManagedStrategy<?, ?> strategy, int urgency, Set<String> after, @Nullable String obstacle) {

    String name() {
      return strategy.name;
    }
  }

  private static final String SWITCHED_OFF = "it is switched off";

  private final Map<String, ManagedStrategy<?, ?>> strategies = new LinkedHashMap<>();
  private final Map<String, Integer> urgency = new HashMap<>();

  private Plan(Collection<ManagedStrategy<?, ?>> strategies) {
    strategies.forEach(strategy -> this.strategies.put(strategy.name, strategy));
  }

  /** The steps, most urgent first. */
  static List<Step> of(Collection<ManagedStrategy<?, ?>> strategies) {
    return new Plan(strategies).steps();
  }

  /** A run of one strategy alone: whoever asked for it knows what it comes after. */
  static List<Step> of(ManagedStrategy<?, ?> strategy) {
    String obstacle = strategy.config.enabled() ? null : SWITCHED_OFF;
    return List.of(new Step(strategy, strategy.priority, Set.of(), obstacle));
  }

  private List<Step> steps() {
    strategies.values().forEach(strategy -> raise(strategy, strategy.priority));
    List<Step> steps = new ArrayList<>();
    for (ManagedStrategy<?, ?> strategy : strategies.values()) {
      Set<String> after = new TreeSet<>(strategy.config.after());
      steps.add(new Step(strategy, urgency.get(strategy.name), after, obstacle(strategy, after)));
    }
    steps.sort(Comparator.comparingInt(Step::urgency).reversed());
    return List.copyOf(steps);
  }

  /** Ends on a cycle too: nobody is raised twice to the same height. */
  private void raise(ManagedStrategy<?, ?> strategy, int height) {
    Integer now = urgency.get(strategy.name);
    if (now != null && now >= height) {
      return;
    }
    urgency.put(strategy.name, height);
    for (String name : strategy.config.after()) {
      ManagedStrategy<?, ?> before = strategies.get(name);
      if (before != null) {
        raise(before, height);
      }
    }
  }

  private @Nullable String obstacle(ManagedStrategy<?, ?> strategy, Set<String> after) {
    if (!strategy.config.enabled()) {
      return SWITCHED_OFF;
    }
    for (String name : after) {
      if (!strategies.containsKey(name)) {
        return "it comes after " + name + ", which is not there";
      }
    }
    if (comesAfter(strategy, strategy.name, new TreeSet<>())) {
      return "it comes after itself: " + String.join(", ", after);
    }
    return null;
  }

  private boolean comesAfter(ManagedStrategy<?, ?> strategy, String name, Set<String> seen) {
    for (String before : strategy.config.after()) {
      ManagedStrategy<?, ?> other = strategies.get(before);
      if (before.equals(name)
          || (other != null && seen.add(before) && comesAfter(other, name, seen))) {
        return true;
      }
    }
    return false;
  }
}
