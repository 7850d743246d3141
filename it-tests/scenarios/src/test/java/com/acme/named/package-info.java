/** Strategies that name their caches as the application's code does. */
package com.acme.named;
