/** The warm-up runs at the right moment in every kind of application. */
package io.warmup.scenarios.readiness;
