package io.warmup.agent.lifecycle;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The few objects that are at hand where there is no container. They have no names. */
record SubjectBeans(List<Object> subjects) implements Beans {

  @Override
  public <T> T get(Class<T> type) {
    List<T> found = ofType(type);
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new NoSuchElementException(
        (found.isEmpty() ? "nothing" : "more than one thing")
            + " that the readiness method was called on or with is a "
            + type.getName()
            + "; there is no container here, only "
            + subjects.stream().map(subject -> subject.getClass().getName()).toList());
  }

  @Override
  public <T> T get(String name, Class<T> type) {
    throw new NoSuchElementException(
        "there is no container here that could know a bean '" + name + "'; ask by type");
  }

  @Override
  public <T> Optional<T> find(Class<T> type) {
    List<T> found = ofType(type);
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private <T> List<T> ofType(Class<T> type) {
    return subjects.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
