/**
 * Redis by Jedis 5 to 8 and Lettuce 6 and 7, as named caches of the file. Defined anew in each
 * application's class loader.
 */
@NullMarked
package io.warmup.agent.integration.redis;

import org.jspecify.annotations.NullMarked;
