package io.warmup.agent.integration.quarkus;

import io.quarkus.arc.InjectableContext.ContextState;
import io.quarkus.arc.ManagedContext;
import io.warmup.agent.lifecycle.Scope;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * A request context of our own: request-scoped beans (an EntityManager among them) live from the
 * first call until it is closed.
 */
final class RequestScope implements Scope {

  private final ManagedContext request;
  private @Nullable ContextState state;

  RequestScope(ManagedContext request) {
    this.request = request;
  }

  @Override
  public <T> T call(Callable<T> work) throws Exception {
    ContextState before = request.getStateIfActive();
    request.activate(state);
    try {
      return work.call();
    } finally {
      state = request.getStateIfActive();
      request.deactivate();
      if (before != null) {
        request.activate(before);
      }
    }
  }

  @Override
  public void close() {
    if (state != null) {
      request.destroy(state);
    }
  }
}
