/** Strategies that name no cache: they do what a visitor would make the application do. */
package com.acme.visits;
