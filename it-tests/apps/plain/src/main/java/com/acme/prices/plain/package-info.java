/** The prices behind servers that no container starts. */
package com.acme.prices.plain;
