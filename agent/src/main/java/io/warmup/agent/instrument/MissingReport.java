package io.warmup.agent.instrument;

import io.warmup.agent.log.Log;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Says in one line what a library's version does not have, and where that library was loaded from.
 */
record MissingReport(Log log, @Nullable ProtectionDomain domain) implements ClassHook.Missing {

  @Override
  public void report(ClassHook.Target target, String what, String consequence) {
    log.warn(
        target.internalName().replace('/', '.')
            + " has no "
            + what
            + origin()
            + ": "
            + consequence);
  }

  private String origin() {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    return source == null || source.getLocation() == null ? "" : " in " + source.getLocation();
  }
}
