/** The prices on Spring: one source for every version and every server. */
package com.acme.prices.spring;
