package io.warmup.agent.integration.caffeine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that runs on each supported version of Caffeine, instrumented as it loads. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(CaffeineVersions.class)
@interface EachCaffeine {

  /**
   * Whether its classes were loaded before the agent came, so that nothing can be added to them.
   */
  boolean loadedBefore() default false;
}
