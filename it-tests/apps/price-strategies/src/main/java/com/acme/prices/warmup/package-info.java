/** What to warm of the prices. */
package com.acme.prices.warmup;
