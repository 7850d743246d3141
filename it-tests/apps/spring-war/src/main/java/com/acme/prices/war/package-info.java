/** The prices in a WAR. */
package com.acme.prices.war;
