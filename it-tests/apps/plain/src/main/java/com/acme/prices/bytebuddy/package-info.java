/** An application that rewrites classes itself. */
package com.acme.prices.bytebuddy;
