package io.warmup.agent.integration.quarkus;

import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.warmup.agent.lifecycle.Scope;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A request context of our own: request-scoped beans (an EntityManager among them) live from the
 * first call until it is closed.
 */
final class RequestScope implements Scope {

  private static final MethodHandle ACTIVATE = activate();

  private final ManagedContext request;
  private @Nullable ContextState state;

  RequestScope(ManagedContext request) {
    this.request = request;
  }

  @Override
  public <T> T call(Callable<T> work) throws Exception {
    ContextState before = request.getStateIfActive();
    activate(state);
    try {
      return work.call();
    } finally {
      state = request.getStateIfActive();
      request.deactivate();
      if (before != null) {
        activate(before);
      }
    }
  }

  @Override
  public void close() {
    if (state != null) {
      request.destroy(state);
    }
  }

  private void activate(@Nullable ContextState with) {
    try {
      ACTIVATE.invokeExact(request, with);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * {@code ManagedContext.activate(ContextState)} as Quarkus 2 has it. Quarkus 3 has it too, beside
   * the one that returns the state, which is the only one the compiler sees.
   */
  private static MethodHandle activate() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(
              ManagedContext.class,
              "activate",
              MethodType.methodType(void.class, ContextState.class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
