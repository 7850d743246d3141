package io.warmup.agent.integration.libraries;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test method once a version, in a copy of its class that sees that version alone. */
final class LibraryVersions implements TestTemplateInvocationContextProvider {

  private static final Path FOLDERS = Path.of("target", "library-versions");

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return true;
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    EachVersion wanted = context.getRequiredTestMethod().getAnnotation(EachVersion.class);
    return Stream.of(wanted.of())
        .flatMap(library -> folders(library).stream())
        .map(folder -> new OnVersion(folder, wanted));
  }

  private static List<Path> folders(String library) {
    try (Stream<Path> all = Files.list(FOLDERS)) {
      List<Path> found =
          all.filter(folder -> folder.getFileName().toString().startsWith(library + "-"))
              .sorted()
              .toList();
      if (found.size() < 2) {
        throw new IllegalStateException(
            FOLDERS + " has " + found + " of " + library + ": the build copies two and more there");
      }
      return found;
    } catch (IOException e) {
      throw new IllegalStateException(FOLDERS + " cannot be read: the build makes it", e);
    }
  }

  private record OnVersion(Path folder, EachVersion wanted)
      implements TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocationIndex) {
      return folder.getFileName().toString();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new Elsewhere(folder, wanted));
    }
  }

  private record Elsewhere(Path folder, EachVersion wanted) implements InvocationInterceptor {

    @Override
    public void interceptTestTemplateMethod(
        Invocation<Void> invocation,
        ReflectiveInvocationContext<Method> context,
        ExtensionContext extensionContext)
        throws Throwable {
      invocation.skip();
      ClassLoader before = Thread.currentThread().getContextClassLoader();
      try (IsolatedLibrary library = new IsolatedLibrary(folder, wanted)) {
        Thread.currentThread().setContextClassLoader(library);
        Class<?> copy = library.loadClass(context.getTargetClass().getName());
        Constructor<?> constructor = copy.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method method = copy.getDeclaredMethod(context.getExecutable().getName());
        method.setAccessible(true);
        method.invoke(constructor.newInstance());
      } catch (InvocationTargetException e) {
        throw e.getCause();
      } finally {
        Thread.currentThread().setContextClassLoader(before);
      }
    }
  }
}
