/** Strategies for caches that have managers of their own. */
package com.acme.managed;
