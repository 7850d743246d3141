package io.warmup.agent.instrument.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import io.warmup.agent.instrument.ClassHook.Target;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class CaffeineHookTest {

  private final CaffeineHook hook = new CaffeineHook();
  private final List<String> missing = new ArrayList<>();

  /** A version to come may have another shape: it is said, and the class works as it is. */
  @Test
  void leavesAStoreOfUnknownShapeAloneAndSaysWhatItLacks() {
    byte[] rewritten = rewrite("BoundedLocalCache", false);
    assertThat(rewritten).isNull();
    assertThat(missing).contains("afterRead", "retire", "field nodeFactory");
  }

  @Test
  void addsNothingToAClassThatIsLoadedAlready() {
    assertThat(rewrite("Node", true)).isNull();
  }

  @Test
  void copiesInsideOtherLibrariesAreTargetsOnRequest() {
    assertThat(new CaffeineHook("acme/shaded/caffeine/").targets())
        .contains("acme/shaded/caffeine/BoundedLocalCache", "acme/shaded/caffeine/Node");
  }

  private byte[] rewrite(String simpleName, boolean loaded) {
    String name = CaffeineHook.PREFIX + simpleName;
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V11, 0, name, null, "java/lang/Object", new String[0]);
    writer.visitEnd();
    return hook.rewrite(
        new Target(name, null, loaded),
        writer.toByteArray(),
        (target, what, consequence) -> missing.add(what));
  }
}
