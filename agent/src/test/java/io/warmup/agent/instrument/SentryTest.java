package io.warmup.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SentryTest {

  private static final byte[] ORIGINAL = {1};
  private static final byte[] REWRITTEN = {2};

  private final List<String> seen = new ArrayList<>();
  private int wakings;
  private final Sentry sentry =
      new Sentry(
          List.of("com.acme.Main"),
          () -> {
            wakings++;
            return new Rewriting();
          });

  @Test
  void sleepsWhileNothingConcernsTheAgent() {
    assertThat(transformed("java/util/zip/CRC32")).isNull();
    assertThat(transformed("com/acme/MainWindow")).isNull();
    assertThat(transformed(null)).isNull();
    assertThat(wakings).isZero();
  }

  @Test
  void wakesOnceForTheApplicationsOwnMethodAndSeesEveryClassFromThenOn() {
    assertThat(transformed("com/acme/Main")).isEqualTo(REWRITTEN);
    assertThat(transformed("com/acme/Other")).isEqualTo(REWRITTEN);
    assertThat(wakings).isOne();
    assertThat(seen).containsExactly("com/acme/Main", "com/acme/Other");
  }

  @Test
  void wakesForALibrary() {
    assertThat(transformed("com/github/benmanes/caffeine/cache/Caffeine")).isEqualTo(REWRITTEN);
  }

  @Test
  void letsAClassThroughThatLoadsWhileItWakes() {
    List<byte @Nullable []> meanwhile = new ArrayList<>();
    Sentry[] self = new Sentry[1];
    self[0] =
        new Sentry(
            List.of("com.acme.Main"),
            () -> {
              meanwhile.add(transformed(self[0], "com/github/benmanes/caffeine/cache/Cache"));
              return new Rewriting();
            });
    assertThat(transformed(self[0], "com/acme/Main")).isEqualTo(REWRITTEN);
    assertThat(meanwhile).containsExactly((byte[]) null);
  }

  @Test
  void asksNoMoreWhereNothingIsToBeDone() {
    Sentry declining =
        new Sentry(
            List.of("com.acme.Main"),
            () -> {
              wakings++;
              return null;
            });
    assertThat(transformed(declining, "com/acme/Main")).isNull();
    assertThat(transformed(declining, "com/acme/Main")).isNull();
    assertThat(wakings).isOne();
  }

  private byte @Nullable [] transformed(@Nullable String name) {
    return transformed(sentry, name);
  }

  private static byte @Nullable [] transformed(Sentry sentry, @Nullable String name) {
    return sentry.transform(null, name, null, null, ORIGINAL);
  }

  private final class Rewriting implements ClassFileTransformer {

    @Override
    public byte[] transform(
        ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] old) {
      seen.add(name);
      return REWRITTEN;
    }
  }
}
