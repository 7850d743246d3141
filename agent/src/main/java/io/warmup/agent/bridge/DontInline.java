package io.warmup.agent.bridge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps a method a call of its own, out of a cache's get: the JIT compiler does not inline a get
 * into its caller that has grown too large, and then each hit pays for what a miss does. In the
 * agent's jar this is the JDK's annotation of the same name (9 and later), which the JVM heeds in
 * its own classes, as those of the bridge become; where it does not, it is without effect.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface DontInline {}
