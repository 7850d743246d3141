/** The prices on Spring Cloud. */
package com.acme.prices.cloud;
