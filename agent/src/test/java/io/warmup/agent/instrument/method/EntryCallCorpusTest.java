package io.warmup.agent.instrument.method;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.collect.ImmutableList;
import io.warmup.agent.instrument.ClassHook;
import io.warmup.agent.instrument.method.MethodHook.When;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.AbstractApplicationContext;

/** What is true of every method of classes that were not made for a test. */
class EntryCallCorpusTest {

  private static final int SAMPLE = 600;

  @ParameterizedTest
  @ValueSource(
      classes = {
        AbstractApplicationContext.class,
        Caffeine.class,
        ImmutableList.class,
        ByteBuddy.class
      })
  void isAsTheLibraryWouldPutItAndTheJvmVerifiesIt(Class<?> ofJar) throws Exception {
    try (FileSystem jar = FileSystems.newFileSystem(jar(ofJar))) {
      Path root = jar.getPath("/");
      Tally tally = new Tally();
      PatchedClasses patched = new PatchedClasses(root, getClass().getClassLoader());
      for (Path file : sample(root)) {
        tally.compare(Files.readAllBytes(file));
        patched.verify(root.relativize(file).toString());
      }
      tally.check();
      assertThat(patched.verified).isGreaterThan(50);
    }
  }

  @Test
  void isAsTheLibraryWouldPutItIntoTheJdk() throws Exception {
    Tally tally = new Tally();
    Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base");
    for (Path file : sample(root)) {
      tally.compare(Files.readAllBytes(file));
    }
    tally.check();
  }

  private static Path jar(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static List<Path> sample(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> classes =
          files
              .filter(file -> file.toString().endsWith(".class"))
              .filter(file -> !file.startsWith(root.resolve("META-INF")))
              .filter(file -> !file.endsWith("module-info.class"))
              .sorted()
              .toList();
      int step = Math.max(1, classes.size() / SAMPLE);
      return Stream.iterate(0, i -> i < classes.size(), i -> i + step).map(classes::get).toList();
    }
  }

  private static Set<String> methods(byte[] classFile) {
    Set<String> names = new TreeSet<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access,
                  String name,
                  String descriptor,
                  @Nullable String signature,
                  String @Nullable [] thrown) {
                if (!name.startsWith("<") && (access & MethodHook.NOT_HOOKED) == 0) {
                  names.add(name);
                }
                return null;
              }
            },
            ClassReader.SKIP_CODE);
    return names;
  }

  private static MethodHook hook(String method) {
    return new MethodHook("", method, null, When.ENTRY, "point", "");
  }

  private static final class Tally {
    private int put;

    /**
     * One method after the other, so that the last sees all the others' calls. Only where types
     * within code are annotated is there something unknown.
     */
    void compare(byte[] original) {
      byte[] own = original;
      byte[] librarys = original;
      for (String method : methods(original)) {
        MethodHook hook = hook(method);
        try {
          own = EntryCall.put(own, hook);
        } catch (UnsupportedOperationException e) {
          assertThat(e).hasMessage("attribute of code");
          continue;
        }
        librarys = BridgeCalls.put(librarys, hook);
        put++;
      }
      assertThat(Canonical.of(own, 0)).isEqualTo(Canonical.of(librarys, 0));
      assertThat(Canonical.of(own, ClassReader.SKIP_CODE))
          .isEqualTo(Canonical.of(original, ClassReader.SKIP_CODE));
    }

    void check() {
      assertThat(put).isGreaterThan(500);
    }
  }

  /** A class written anew, so that two of them are the same bytes if they are told the same. */
  private static final class Canonical extends ClassVisitor {

    private Canonical(ClassWriter next) {
      super(Opcodes.ASM9, next);
    }

    static byte[] of(byte[] classFile, int flags) {
      ClassWriter writer = new ClassWriter(0);
      new ClassReader(classFile).accept(new Canonical(writer), flags | ClassReader.EXPAND_FRAMES);
      return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] thrown) {
      return new CanonicalCode(super.visitMethod(access, name, descriptor, signature, thrown));
    }
  }

  /** Without what may differ: padding, the stack's size, and from where on an argument is told. */
  private static final class CanonicalCode extends MethodVisitor {
    private final Label entry = new Label();
    private final Label begin = new Label();
    private boolean isTold;

    CanonicalCode(MethodVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitLabel(entry);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      if (!isTold && name.equals("reached")) {
        isTold = true;
        super.visitLabel(begin);
      }
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode != Opcodes.NOP) {
        super.visitInsn(opcode);
      }
    }

    @Override
    public void visitLocalVariable(
        String name,
        String descriptor,
        @Nullable String signature,
        Label start,
        Label end,
        int index) {
      boolean isArgument = isTold && start.getOffset() <= begin.getOffset();
      super.visitLocalVariable(name, descriptor, signature, isArgument ? entry : start, end, index);
    }

    @Override
    public void visitMaxs(int stack, int locals) {
      super.visitMaxs(0, 0);
    }
  }

  /** The classes of a jar, with a call in each method. */
  private static final class PatchedClasses extends ClassLoader {
    private final Path root;
    private int verified;

    PatchedClasses(Path root, ClassLoader parent) {
      super(parent);
      this.root = root;
    }

    /** The JVM verifies a class before it tells of the methods. */
    void verify(String file) throws ClassNotFoundException {
      String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
      try {
        loadClass(name, false).getDeclaredMethods();
        verified++;
      } catch (NoClassDefFoundError e) {
        // It is for a library that is not there.
      }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        Path file = root.resolve(name.replace('.', '/') + ".class");
        if (loaded != null || !Files.exists(file)) {
          return loaded == null ? super.loadClass(name, resolve) : loaded;
        }
        ClassHook.Target target = new ClassHook.Target(name, null, false);
        try {
          byte[] bytes = Files.readAllBytes(file);
          for (String method : methods(bytes)) {
            bytes = hook(method).rewrite(target, bytes, (where, what, without) -> {});
          }
          return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
          throw new ClassNotFoundException(name, e);
        }
      }
    }
  }
}
