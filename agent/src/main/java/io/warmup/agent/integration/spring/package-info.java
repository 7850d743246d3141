/**
 * Spring Framework 5.3 to 7: its contexts, its beans, its caches. Defined anew in each
 * application's class loader.
 */
@NullMarked
package io.warmup.agent.integration.spring;

import org.jspecify.annotations.NullMarked;
