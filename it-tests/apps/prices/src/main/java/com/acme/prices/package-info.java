/** A cached service, as any application has one. */
package com.acme.prices;
