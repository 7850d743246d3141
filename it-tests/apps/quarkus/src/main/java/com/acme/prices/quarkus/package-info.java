/** The prices on Quarkus. */
package com.acme.prices.quarkus;
