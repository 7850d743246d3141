/**
 * Quarkus 2.16 to 3: its beans, its request context, its readiness probe, its caches. Defined anew
 * in each application's class loader.
 */
@NullMarked
package io.warmup.agent.integration.quarkus;

import org.jspecify.annotations.NullMarked;
