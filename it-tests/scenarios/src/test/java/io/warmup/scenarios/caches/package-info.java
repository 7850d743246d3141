/** Caches of frameworks in real applications: what was warmed is what they read back. */
package io.warmup.scenarios.caches;
