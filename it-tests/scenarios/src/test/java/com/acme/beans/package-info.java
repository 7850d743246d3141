/** Strategies that ask for beans. */
package com.acme.beans;
