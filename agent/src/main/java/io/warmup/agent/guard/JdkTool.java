package io.warmup.agent.guard;

import org.jspecify.annotations.Nullable;

/**
 * {@code JAVA_TOOL_OPTIONS} reaches keytool, javac and jcmd too; their output stays as their users
 * know it.
 */
public final class JdkTool implements Guard {

  /** Has no state. */
  public JdkTool() {}

  @Override
  public @Nullable String objection(Jvm jvm) {
    String main = jvm.main();
    boolean jdkModule = main.startsWith("jdk.") || main.startsWith("java.");
    return jdkModule && main.indexOf('/') > 0 ? "" : null;
  }
}
