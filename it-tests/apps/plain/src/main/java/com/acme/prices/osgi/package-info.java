/** The prices as a bundle, and a framework to put it in. */
package com.acme.prices.osgi;
