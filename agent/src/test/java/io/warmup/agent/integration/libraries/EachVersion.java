package io.warmup.agent.integration.libraries;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs on each version of a library, instrumented as it loads: those whose folders the
 * build has made in {@code target/library-versions}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(LibraryVersions.class)
public @interface EachVersion {

  /** What the folders' names begin with. */
  String[] of();

  /** Packages, with a dot at the end, that are loaded from the folder alone. */
  String[] packages();

  /** Packages of the class path that each version needs a copy of its own of. */
  String[] copied() default {};
}
