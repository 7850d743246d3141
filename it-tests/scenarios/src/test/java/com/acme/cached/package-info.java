/** Strategies for the caches of the Quarkus application {@code com.acme.prices.cached}. */
package com.acme.cached;
