/** Caches that one method builds for all. */
package com.acme.prices.named;
