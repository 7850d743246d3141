package io.warmup.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Libraries as their makers compile them are told from those that a tool went over. */
class OptimisedClassTest {

  @ParameterizedTest
  @CsvSource({
    "caffeine-versions, com/github/benmanes/caffeine/cache/BoundedLocalCache.class, 4",
    "library-versions, com/google/common/cache/LocalCache$Segment.class, 2"
  })
  void librariesAsTheyArePublishedAreNot(String folder, String file, int atLeast)
      throws IOException {
    int seen = 0;
    try (Stream<Path> jars = Files.walk(Path.of("target", folder))) {
      for (Path jar : jars.filter(path -> path.toString().endsWith(".jar")).toList()) {
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
          if (Files.exists(inside.getPath(file))) {
            seen++;
            assertThat(OptimisedClass.is(Files.readAllBytes(inside.getPath(file))))
                .as(jar.toString())
                .isFalse();
          }
        }
      }
    }
    assertThat(seen).isGreaterThanOrEqualTo(atLeast);
  }

  /** {@code static int longest(Object a, long b)}, where a is gone when the branches meet. */
  @Test
  void aClassWhoseArgumentsAreGoneIs() {
    assertThat(OptimisedClass.is(branching(new Object[] {Opcodes.TOP, Opcodes.LONG}))).isTrue();
    assertThat(OptimisedClass.is(branching(new Object[] {"java/lang/Object"}))).isTrue();
    assertThat(OptimisedClass.is(branching(new Object[] {"java/lang/Object", Opcodes.LONG})))
        .isFalse();
  }

  private static byte[] branching(Object[] locals) {
    ClassWriter type = new ClassWriter(0);
    type.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "T", null, "java/lang/Object", null);
    MethodVisitor code =
        type.visitMethod(Opcodes.ACC_STATIC, "longest", "(Ljava/lang/Object;J)I", null, null);
    Label end = new Label();
    code.visitCode();
    code.visitInsn(Opcodes.ICONST_0);
    code.visitJumpInsn(Opcodes.IFEQ, end);
    code.visitLabel(end);
    code.visitFrame(Opcodes.F_NEW, locals.length, locals, 0, new Object[0]);
    code.visitInsn(Opcodes.ICONST_1);
    code.visitInsn(Opcodes.IRETURN);
    code.visitMaxs(1, 3);
    code.visitEnd();
    type.visitEnd();
    return type.toByteArray();
  }
}
