/** Caches that have managers of their own. */
package com.acme.prices.managed;
