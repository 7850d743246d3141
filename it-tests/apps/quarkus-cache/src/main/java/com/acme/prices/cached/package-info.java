/** Prices behind every kind of method and call that Quarkus Cache keeps the answers of. */
package com.acme.prices.cached;
