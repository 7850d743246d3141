/** An application without anything to warm. */
package com.acme.idle;
