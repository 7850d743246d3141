/** What to warm in the shop, from where, and how much it matters. */
@NullMarked
package com.acme.shop.warmup;

import org.jspecify.annotations.NullMarked;
