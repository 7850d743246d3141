package io.warmup.agent.integration.caffeine;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test method once a version, in a copy of its class that sees that version alone. */
final class CaffeineVersions implements TestTemplateInvocationContextProvider {

  private static final List<String> VERSIONS = List.of("2.9.3", "3.1.8", "3.2.4", "3.3.1");

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    boolean loadedBefore =
        context.getRequiredTestMethod().getAnnotation(EachCaffeine.class).loadedBefore();
    return VERSIONS.stream().map(version -> new OnVersion(version, loadedBefore));
  }

  private record OnVersion(String version, boolean loadedBefore)
      implements TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocationIndex) {
      return "Caffeine " + version;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new Elsewhere(version, loadedBefore));
    }
  }

  private record Elsewhere(String version, boolean loadedBefore) implements InvocationInterceptor {

    @Override
    public void interceptTestTemplateMethod(
        Invocation<Void> invocation,
        ReflectiveInvocationContext<Method> context,
        ExtensionContext extensionContext)
        throws Throwable {
      invocation.skip();
      Class<?> copy =
          new IsolatedCaffeine(version, loadedBefore).loadClass(context.getTargetClass().getName());
      Constructor<?> constructor = copy.getDeclaredConstructor();
      constructor.setAccessible(true);
      Method method = copy.getDeclaredMethod(context.getExecutable().getName());
      method.setAccessible(true);
      try {
        method.invoke(constructor.newInstance());
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }
}
