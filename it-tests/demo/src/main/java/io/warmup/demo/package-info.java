/**
 * Starts the shop without the agent and with it, drives the same traffic at both, and prints what
 * was measured. Everything is measured from outside the shop, by the JDK alone.
 */
@NullMarked
package io.warmup.demo;

import org.jspecify.annotations.NullMarked;
