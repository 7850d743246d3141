package io.warmup.agent.bridge;

/**
 * What the map view of an asynchronous cache is: it leads to the store, whose own statistics do not
 * count what is done through the view. Implemented by a method that is added to the view's class.
 */
public interface WarmupView {

  /** The store, a {@link WarmupStore} where that class could be given its methods. */
  Object warmupStore();
}
