package io.warmup.agent.instrument;

import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.function.Supplier;

/**
 * The options that the JVM has taken, from wherever: its command line with the {@code @} files, the
 * environment's variables, {@code -XX:VMOptionsFile} and {@code -XX:Flags}. The JDK tells them by
 * JMX, which must not be touched before main, or by this method of its own.
 */
public final class RuntimeArguments {

  private RuntimeArguments() {}

  /**
   * Asks the JVM.
   *
   * @throws IllegalStateException if it does not let us
   */
  public static List<String> of(Instrumentation instrumentation) {
    Supplier<?> reader =
        (Supplier<?>) LoneClass.make(Reader.class, "jdk.internal.misc", instrumentation);
    return List.of((String[]) reader.get());
  }

  /** Calls {@code VM.getRuntimeArguments()}, which is there in Java 17 to 25. */
  public static final class Reader implements Supplier<String[]> {

    /** For its own loader. */
    public Reader() {}

    @Override
    public String[] get() {
      try {
        Class<?> vm = Class.forName("jdk.internal.misc.VM");
        return (String[]) vm.getMethod("getRuntimeArguments").invoke(null);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
