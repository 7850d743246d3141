/** The prices in a parent and a child context; beside the other package, whose scan would find it. */
package com.acme.prices.family;
